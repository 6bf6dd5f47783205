/// Processors or systems that a deal moves.
public struct Allocation: Hashable, Sendable {
    /// What is counted.
    public enum Unit: String, CaseIterable, Hashable, Sendable {
        case gpu, cpu, tpu, accelerator, server, rack, wafer
    }

    /// Whether it is promised or only possible.
    public enum Stage: String, CaseIterable, Hashable, Sendable {
        case committed, option
    }

    /// The product or family as the maker writes it, `nil` for generic words.
    public let product: String?
    /// The maker (of a foundry's order: the designer).
    public let vendor: String?
    /// What is counted.
    public let unit: Unit
    /// How many, where the source says.
    public let count: Bounds?
    /// Whether it is promised or only possible.
    public let stage: Stage

    /// An allocation.
    ///
    /// - Throws: ``ModelError/emptyAllocation`` when product, vendor and count are all missing.
    public init(
        product: String?, vendor: String?, unit: Unit, count: Bounds?, stage: Stage
    ) throws(ModelError) {
        guard product != nil || vendor != nil || count != nil else { throw .emptyAllocation }
        self.product = product
        self.vendor = vendor
        self.unit = unit
        self.count = count
        self.stage = stage
    }
}
