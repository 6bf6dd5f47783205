import Ingestion

struct LiteralLines {
    let engine: Engine
    func run(_ file: String) throws(Failure) {}
}
