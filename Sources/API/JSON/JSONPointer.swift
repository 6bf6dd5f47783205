/// Pointers into a JSON value (RFC 6901).
enum JSONPointer {
    /// The pointer to a member or element below another one.
    static func to(_ name: String, below parent: String = "") -> String {
        parent + "/"
            + name.split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
            .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
    }
}
