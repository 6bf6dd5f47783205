import Model

/// A token that callers prove who they are with; only its hash is known.
public struct AccessToken: Hashable, Sendable {
    /// Whose it is: the author of the edits made with it.
    public var name: String
    /// The SHA-256 of the token, 32 bytes.
    public var hash: [UInt8]
    /// What it allows; the wider scopes include the narrower.
    public var scope: AccessScope
    /// When it ends, or `nil` for never.
    public var expires: Timestamp?

    /// A token by its hash.
    public init(name: String, hash: [UInt8], scope: AccessScope, expires: Timestamp? = nil) {
        self.name = name
        self.hash = hash
        self.scope = scope
        self.expires = expires
    }

    /// A token by its secret, which is not kept.
    public init(name: String, secret: String, scope: AccessScope, expires: Timestamp? = nil) {
        self.init(name: name, hash: SHA256.digest(Array(secret.utf8)), scope: scope, expires: expires)
    }

    /// Whether two hashes are the same, in a time that does not depend on where they differ.
    static func matches(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        var difference: UInt8 = 0
        for index in left.indices { difference |= left[index] ^ right[index] }
        return difference == 0
    }
}
