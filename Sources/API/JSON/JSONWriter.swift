/// Writes JSON (RFC 8259) straight into bytes.
///
/// Members and elements are separated by the writer; the caller only says what comes next. Text is escaped as the RFC
/// demands and no further: quotation mark, reverse solidus and the controls below U+0020.
public struct JSONWriter: Sendable {
    /// How the text is laid out.
    public enum Layout: Sendable {
        /// No white space at all.
        case compact
        /// One member or element per line, two spaces a level.
        case pretty
    }

    /// What has been written so far.
    public private(set) var bytes: [UInt8] = []
    private let layout: Layout
    private var depth = 0
    private var needsComma = false
    private var afterKey = false

    /// A writer with nothing written.
    ///
    /// - Parameters:
    ///   - layout: compact or pretty.
    ///   - capacity: the number of bytes to reserve.
    public init(_ layout: Layout = .compact, capacity: Int = 512) {
        self.layout = layout
        bytes.reserveCapacity(capacity)
    }

    /// An object whose members `body` writes.
    public mutating func object(_ body: (inout JSONWriter) -> Void) {
        open(0x7B)
        body(&self)
        close(0x7D)
    }

    /// An array whose elements `body` writes.
    public mutating func array(_ body: (inout JSONWriter) -> Void) {
        open(0x5B)
        body(&self)
        close(0x5D)
    }

    /// An array with an element for each item.
    public mutating func array<Items: Sequence>(_ items: Items, _ body: (inout JSONWriter, Items.Element) -> Void) {
        array { writer in
            for item in items { body(&writer, item) }
        }
    }

    /// The name of the member that the next value belongs to.
    public mutating func key(_ name: String) {
        separate()
        quoted(name)
        bytes.append(0x3A)
        if layout == .pretty { bytes.append(0x20) }
        afterKey = true
    }

    /// A string, or `null` for `nil`.
    public mutating func string(_ value: String?) {
        guard let value else { return null() }
        separate()
        quoted(value)
    }

    /// A string of UTF-8 bytes.
    public mutating func string(utf8 value: [UInt8]) {
        separate()
        bytes.append(0x22)
        value.withUnsafeBytes { JSONEscape.append($0, to: &bytes) }
        bytes.append(0x22)
    }

    /// A whole number, or `null` for `nil`.
    public mutating func integer(_ value: Int?) {
        guard let value else { return null() }
        separate()
        var text = String(value)
        text.withUTF8 { bytes.append(contentsOf: $0) }
    }

    /// A number of thousandths as a decimal fraction without trailing zeros: 850 is `0.85`.
    public mutating func thousandths(_ value: Int) {
        var digits = String(value % 1000 + 1000).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        literal(digits.isEmpty ? String(value / 1000) : "\(value / 1000).\(digits)")
    }

    /// `true` or `false`.
    public mutating func bool(_ value: Bool) {
        literal(value ? "true" : "false")
    }

    /// `null`.
    public mutating func null() {
        literal("null")
    }

    /// Text that is JSON already, such as a number, as it stands.
    public mutating func literal(_ json: String) {
        separate()
        bytes.append(contentsOf: json.utf8)
    }

    /// Bytes that are a JSON value already, as they stand.
    public mutating func raw(_ json: some Collection<UInt8>) {
        separate()
        bytes.append(contentsOf: json)
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        depth += 1
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        depth -= 1
        if needsComma { newLine() }
        bytes.append(bracket)
        needsComma = true
        if depth == 0, layout == .pretty { bytes.append(0x0A) }
    }

    private mutating func separate() {
        if afterKey {
            afterKey = false
        } else {
            if needsComma { bytes.append(0x2C) }
            if depth > 0 { newLine() }
        }
        needsComma = true
    }

    private mutating func newLine() {
        guard layout == .pretty else { return }
        bytes.append(0x0A)
        bytes.append(contentsOf: repeatElement(0x20, count: depth * 2))
    }

    private mutating func quoted(_ text: String) {
        bytes.append(0x22)
        var text = text
        text.withUTF8 { JSONEscape.append(UnsafeRawBufferPointer($0), to: &bytes) }
        bytes.append(0x22)
    }
}
