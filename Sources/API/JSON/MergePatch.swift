/// Changes to a JSON value (RFC 7396).
enum MergePatch {
    /// The target with what the patch says: members of objects are merged, `null` removes, all else replaces.
    static func apply(_ patch: JSONValue, to target: JSONValue?) -> JSONValue {
        guard case .object(let changes) = patch else { return patch }
        var members: [JSONMember] = []
        if case .object(let known)? = target { members = known }
        for change in changes {
            let index = members.firstIndex { $0.name == change.name }
            if change.value == .null {
                if let index { members.remove(at: index) }
                continue
            }
            let old = index.map { members[$0].value }
            let merged = JSONMember(name: change.name, value: apply(change.value, to: old))
            if let index { members[index] = merged } else { members.append(merged) }
        }
        return .object(members)
    }
}
