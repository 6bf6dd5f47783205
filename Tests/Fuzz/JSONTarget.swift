@testable import API

/// Any bytes as JSON: what is accepted, a naive reader accepts, and it is read back as it is written.
enum JSONTarget {
    static func check(_ bytes: [UInt8]) {
        guard let value = try? JSONReader.read(bytes) else { return }
        precondition(NaiveJSON.accepts(bytes), "a naive reader refuses this")
        for layout in [JSONWriter.Layout.compact, .pretty] {
            var writer = JSONWriter(layout)
            writer.value(value)
            precondition((try? JSONReader.read(writer.bytes)) == value, "what was written is not what is read")
        }
    }
}
