// swift-tools-version: 6.2
import PackageDescription

/// The smallest server that can be measured; `../run.py` builds and runs it. The sources of the two targets are the
/// package's own, by links, so that nothing else is compiled for a measurement.
let package = Package(
    name: "bench-server",
    targets: [
        .target(name: "CLinux"),
        .target(name: "HTTPCore"),
        .target(name: "HTTPServer", dependencies: ["HTTPCore", "CLinux"]),
        .executableTarget(name: "bench-server", dependencies: ["HTTPCore", "HTTPServer"]),
    ],
    swiftLanguageModes: [.v6]
)
