/// Why bytes are not a JSON text, and where.
struct JSONSyntaxError: Error, Hashable, Sendable {
    /// What is wrong.
    enum Reason: Hashable, Sendable {
        case unexpectedEnd
        case unexpectedByte
        case badNumber
        case badEscape
        case loneSurrogate
        case controlInString
        case invalidUTF8
        case duplicateName(String)
        case tooDeep(limit: Int)
        case trailingBytes
        case byteOrderMark
    }

    /// What is wrong.
    let reason: Reason
    /// The offset of the first byte that cannot stand where it stands.
    let offset: Int

    /// A sentence for the sender.
    var detail: String {
        switch reason {
        case .unexpectedEnd: "the JSON text ends at byte \(offset), before its value is complete"
        case .unexpectedByte: "byte \(offset) cannot stand there in a JSON text"
        case .badNumber: "the number at byte \(offset) is not written as JSON writes numbers"
        case .badEscape: "the escape at byte \(offset) is none of JSON's"
        case .loneSurrogate: "the escape at byte \(offset) is half of a surrogate pair"
        case .controlInString: "the control character at byte \(offset) must be escaped inside a string"
        case .invalidUTF8: "byte \(offset) is not valid UTF-8"
        case .duplicateName(let name): "the member name \"\(name)\" at byte \(offset) stands twice in its object"
        case .tooDeep(let limit): "arrays and objects are nested deeper than \(limit) levels at byte \(offset)"
        case .trailingBytes: "something follows the JSON value at byte \(offset)"
        case .byteOrderMark: "a JSON text must not begin with a byte order mark (RFC 8259 section 8.1)"
        }
    }
}
