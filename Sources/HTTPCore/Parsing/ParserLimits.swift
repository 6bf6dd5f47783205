/// Bounds of what the parser takes.
public struct ParserLimits: Sendable {
    /// Bytes of the request line without its CR LF. Default 8192; RFC 9112 section 3 asks for 8000 at least.
    public var requestLineBytes = 8192
    /// Bytes of the whole head, and of a trailer section. Default 32 KiB: nginx's `large_client_header_buffers` in total.
    public var headBytes = 32 << 10
    /// Field lines of a head or trailer section. Default 100, as in Apache's `LimitRequestFields`.
    public var fieldCount = 100
    /// Bytes of chunk extensions in one body. Default 16 KiB (CVE-2023-39326 is what a lack of it leads to).
    public var chunkExtensionBytes = 16 << 10
    /// Empty lines skipped before a request line (RFC 9112 section 2.2). Default 8.
    public var leadingEmptyLines = 8

    /// The defaults.
    public init() {}
}
