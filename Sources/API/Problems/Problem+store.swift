import HTTPCore
import Model

extension Problem {
    /// Seconds after which a refused write may be tried again: the writer empties a full queue in well under one.
    static let retryAfter = "1"

    /// What a failure of the store means to the caller. The words of an inner failure stay inside.
    init(_ error: StoreError) {
        switch error {
        case .notFound: self.init(.notFound, "there is no such record, or there was none at the moment asked for")
        case .conflict(let version):
            self.init(.preconditionFailed, "the record is at version \(version) by now: read it again, then change it")
        case .merged(let other): self.init(.gone, "the record was merged into \(other)")
        case .invalid(let reason): self.init(.invalidContent, reason.words)
        case .refused(let reason): self.init(.conflict, reason)
        case .invalidCursor:
            self = .parameter("cursor", "no page of this list has given it; begin again without a cursor")
        case .diskFull: self.init(.storageFull, "nothing was stored: there is no space left; reads go on")
        case .readOnly: self.init(.busy, "the data file cannot be written at the moment; reads go on")
        case .busy: self.init(.busy, "another process holds the data file; try again")
        case .queueFull: self.init(.busy, "too many writes are waiting; try again")
        case .closed: self.init(.busy, "the service is shutting down")
        case .corrupt, .foreignFile, .newerSchema, .internal:
            self.init(.internalError, "the data file cannot be used; the log has the cause")
        }
        if kind == .busy { fields = [("retry-after", Self.retryAfter)] }
    }
}

extension ModelError {
    /// Why a record cannot be, in words.
    var words: String {
        switch self {
        case .emptyBounds: "min and max cannot both be missing"
        case .reversedBounds: "min is above max"
        case .negative: "an amount, count or length cannot be below zero"
        case .unknownCurrency(let code): "\(code) is not a currency code of ISO 4217"
        case .invalidDate: "not a date of the Gregorian calendar"
        case .reversedTerm: "the end lies before the start"
        case .missingParties: "a deal needs two companies, and every side of its type taken"
        case .foreignRole: "a party has a role that the type of the deal does not know"
        case .repeatedParty: "the same company stands twice in one role"
        case .blank: "a name or quote is blank"
        case .reflexive: "a company cannot stand in a relationship with itself"
        case .emptyAllocation: "an allocation names neither product, vendor nor count"
        case .emptySpan: "a span ends before it begins"
        }
    }
}
