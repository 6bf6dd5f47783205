/// The fields that assertions speak of, as JSON pointers: those that evidence uses for its records.
enum Field {
    static let type = "/type"
    static let status = "/status"
    static let parties = "/parties"
    static let value = "/value"
    static let term = "/term"
    static let power = "/power_mw"
    static let announcedOn = "/announced_on"
    static let purposes = "/purposes"
    static let allocations = "/allocations"
    static let review = "/review"
    static let lineage = "/lineage"

    static let name = "/name"
    static let aliases = "/aliases"
    static let parent = "/parent"
    static let country = "/country"
    static let kind = "/kind"

    static let subject = "/subject"
    static let predicate = "/predicate"
    static let object = "/object"
    static let source = "/source"
    static let region = "/region"
    static let from = "/from"
    static let to = "/to"
    static let speaker = "/speaker"
    static let affiliation = "/affiliation"
    static let quote = "/quote"

    /// An element of a list field.
    static func element(_ field: String, _ index: Int) -> String {
        "\(field)/\(index)"
    }
}
