// Which organisations a noun may mean, and which it surely means.

extension Salience {
    /// Whether a noun, and what it says of where a company is at home, may mean an organisation.
    func fits(
        _ entity: Int, noun: CompanyNoun?, home: Home?, lexicon: EntityLexicon, entities: Entities
    ) -> Bool {
        if let noun, let sort = entities.all[entity].sort, sort != "company", !noun.may(mean: sort),
            sort != "tech" || entities.all[entity].catalogueRow != nil
        {
            return false
        }
        if let home, let own = entities.all[entity].home {
            // Of a company that the text introduces it is not known what its town lies in.
            let isElsewhere = entities.all[entity].catalogueRow != nil && !own.mayBe(home)
            if own.country != home.country || isElsewhere { return false }
        }
        guard noun?.sort == "startup", let row = entities.all[entity].catalogueRow else { return true }
        return !lexicon.companies[row].isListed
    }

    /// Whether the noun tells more than "company", and the company is known to be of that sort or country.
    func isSure(
        _ entity: Int, noun: CompanyNoun?, home: Home?, lexicon: EntityLexicon, entities: Entities
    ) -> Bool {
        if let home, let own = entities.all[entity].home, own.mayBe(home) { return true }
        guard let noun, let sort = entities.all[entity].sort, noun.sort != "company", noun.sort != "startup" else {
            return false
        }
        return noun.tells(sort)
    }
}
