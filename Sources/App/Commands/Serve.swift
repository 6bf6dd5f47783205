import ArgumentParser

struct Serve: AsyncParsableCommand {}
struct Ingest: AsyncParsableCommand {}
struct Migrate: AsyncParsableCommand {}
