@testable import API

/// Any bytes as UTF-8: the check agrees with the standard library, and the offset that it names is the right one.
enum UTF8Target {
    static func check(_ bytes: [UInt8]) {
        guard let offset = UTF8Check.firstInvalid(in: bytes) else {
            return precondition(String(validating: bytes, as: UTF8.self) != nil, "invalid UTF-8 is let through")
        }
        precondition(
            String(validating: bytes[..<offset], as: UTF8.self) != nil, "what stands before the fault is invalid")
        for length in 1...4 where offset + length <= bytes.count {
            let sequence = bytes[offset..<(offset + length)]
            precondition(String(validating: sequence, as: UTF8.self) == nil, "a valid sequence is called a fault")
        }
    }
}
