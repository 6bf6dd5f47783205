import Model

/// The parties of a deal, from all its claims: companies that own one another count as one in a role, under the name of
/// the narrower one.
struct PartyFold {
    /// A party and the number of its company.
    struct Member: Hashable {
        var number: Int
        var party: Party
    }

    /// The parties, in order of first mention.
    let parties: [Member]

    /// Unites the parties of claims, oldest first; the last edit that names parties decides alone.
    init(_ claims: [DealClaim], directory: Directory) throws(StoreError) {
        var members: [Draft] = []
        let edit = claims.filter { $0.isEdit && $0.stated.parties != nil }.max { $0.number < $1.number }
        for claim in edit.map({ [$0] }) ?? claims {
            for stated in claim.stated.parties ?? [] {
                try Self.add(stated, to: &members, directory)
            }
        }
        var parties: [Member] = []
        for member in members {
            let name = try directory.card(member.number).name
            let also = member.names.filter { $0 != name }
            do throws(ModelError) {
                parties.append(
                    Member(number: member.number, party: try Party(company: name, also: also, role: member.role)))
            } catch {
                throw .invalid(error)
            }
        }
        self.parties = parties
    }

    private struct Draft {
        var number: Int
        var role: Role
        var names: [String]
    }

    private static func add(
        _ stated: StatedDeal.Party, to members: inout [Draft], _ directory: Directory
    ) throws(StoreError) {
        let number = try directory.card(stated.company).number
        let owners = try directory.owners(of: number)
        for index in members.indices where members[index].role == stated.role {
            let known = members[index].number
            let ownsIt = owners.contains(known)
            let isOwned = try directory.owners(of: known).contains(number)
            guard known == number || ownsIt || isOwned else { continue }
            if ownsIt { members[index].number = number }
            for name in [stated.name] + stated.also where !members[index].names.contains(name) {
                members[index].names.append(name)
            }
            return
        }
        members.append(Draft(number: number, role: stated.role, names: [stated.name] + stated.also))
    }
}
