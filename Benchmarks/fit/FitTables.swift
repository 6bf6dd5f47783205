import Foundation
import Ingestion
import LanguageData
import Model

/// fit-tables TABLE COLUMN FOLDER…: fits the whole numbers in a column of a table to annotated articles (ID.txt with
/// ID.gold.json) and annotated sentences (`*.tsv`), and prints the table.
///
/// Each number in turn is tried a little higher and lower, and stays where more deals come out right. What articles
/// left out say of the numbers fitted without them is told on standard error: only what gains there is worth keeping.
@main
enum FitTables {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count >= 3, let column = Int(arguments[arguments.startIndex + 1]) else {
            FileHandle.standardError.write(Data("usage: fit-tables TABLE COLUMN FOLDER…\n".utf8))
            exit(64)
        }
        let files = LanguageData.files.map { file in
            (name: file.name, text: file.text.withUTF8Buffer { Array($0) })
        }
        let cases = try Cases(folders: Array(arguments.dropFirst(2)))
        var fitter = try Fitter(files: files, table: arguments[arguments.startIndex], column: column, cases: cases)
        let environment = ProcessInfo.processInfo.environment
        let folds = environment["FOLDS"].flatMap(Int.init) ?? 3
        let rounds = environment["ROUNDS"].flatMap(Int.init) ?? 2
        let only = environment["ONLY"].map { Set($0.split(separator: ",").map(String.init)) }
        tell("before: \(try fitter.score(fitter.values, cases.all).text)")
        if folds > 1 { try leaveOut(fitter, cases, folds, rounds, only) }
        fitter.values = try fitter.fit(on: cases.all, rounds: rounds, only: only) { tell($0) }
        tell("after:  \(try fitter.score(fitter.values, cases.all).text)")
        print(fitter.text(), terminator: "")
    }

    /// Fits without each part of the articles and scores it on that part.
    private static func leaveOut(_ fitter: Fitter, _ cases: Cases, _ folds: Int, _ rounds: Int, _ only: Set<String>?)
        throws
    {
        var before = Score()
        var after = Score()
        for fold in 0..<folds {
            let left = cases.all.filter { $0.fold % folds == fold }
            let fitted = try fitter.fit(
                on: cases.all.filter { $0.fold % folds != fold }, rounds: rounds, only: only)
            before.add(try fitter.score(fitter.values, left))
            after.add(try fitter.score(fitted, left))
            tell("left out, part \(fold + 1) of \(folds), so far: \(before.text) before, \(after.text) fitted without")
        }
    }

    private static func tell(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }
}
