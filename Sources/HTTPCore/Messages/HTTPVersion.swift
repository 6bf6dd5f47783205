/// The protocol version of a request. A minor version above 1 is read as 1.1 (RFC 9110 section 2.5).
public enum HTTPVersion: Hashable, Sendable {
    case http10
    case http11
}
