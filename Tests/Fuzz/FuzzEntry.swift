import Foundation

/// The parts of the service that read what strangers send, each fuzzed on its own: `FUZZ_TARGET` names the one to run.
///
/// Oracles, besides "nothing traps": the outcome does not depend on how the bytes are cut; what is accepted, a second and
/// naive reader accepts too; what is written is read back the same. libFuzzer's own time limit catches what hangs.
enum FuzzTarget: String, CaseIterable {
    case connection, chunks, query, filters, json, utf8, article

    /// The check of this target, made once.
    func check() -> ([UInt8]) -> Void {
        switch self {
        case .connection: ConnectionTarget.check
        case .chunks: ChunksTarget.check
        case .query: QueryTarget.check
        case .filters: FiltersTarget.check
        case .json: JSONTarget.check
        case .utf8: UTF8Target.check
        case .article: ArticleTarget().check
        }
    }

    /// The target that the environment names.
    static func named(_ name: String?) -> FuzzTarget {
        guard let target = name.flatMap(FuzzTarget.init) else {
            fatalError("FUZZ_TARGET must be one of \(allCases.map(\.rawValue).joined(separator: " "))")
        }
        return target
    }
}

/// libFuzzer calls its entry on one thread.
private nonisolated(unsafe) let check = FuzzTarget.named(ProcessInfo.processInfo.environment["FUZZ_TARGET"]).check()

/// libFuzzer's entry.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    check(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
}
