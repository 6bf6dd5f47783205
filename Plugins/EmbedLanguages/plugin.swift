import Foundation
import PackagePlugin

/// Turns the files of `Languages/` into one Swift source with a string literal each, so that the binary needs no file
/// beside it (docs/adr/0004-language-data.md).
@main
struct EmbedLanguages: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
        guard let target = target as? SourceModuleTarget else { return [] }
        let folder = target.directoryURL.appending(path: "Languages")
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedLanguages.swift")
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        let inputs = names.filter { $0.hasSuffix(".tsv") || $0.hasSuffix(".jsonl") }.sorted()
        return [
            .buildCommand(
                displayName: "Embedding \(inputs.count) language files",
                executable: try context.tool(named: "embed-languages").url,
                arguments: [folder.path, output.path] + inputs,
                inputFiles: inputs.map { folder.appending(path: $0) },
                outputFiles: [output])
        ]
    }
}
