import API
import Foundation
import Yams

extension Settings {
    /// The settings of a file and of the environment; the environment wins.
    ///
    /// - Parameter file: a YAML file of sections (`server:`) with `name: value` lines; `nil` for the defaults.
    /// - Throws: ``Failure`` (78) that names the file or variable and the setting.
    static func load(file: String?, environment: [String: String]) throws(Failure) -> Settings {
        var settings = Settings()
        if let file {
            let text = String(decoding: try Input.readText(file), as: UTF8.self)
            do throws(SettingError) {
                for (key, value) in try pairs(ofYAML: text) { try settings.set(key, to: value, from: file) }
            } catch {
                throw Failure(.configuration, "\(file): \(error.message)")
            }
        }
        for setting in Setting.all {
            guard let value = environment[setting.variable] else { continue }
            do throws(SettingError) {
                try settings.set(setting.key, to: value, from: setting.variable)
            } catch {
                throw Failure(.configuration, "\(setting.variable): \(error.message)")
            }
        }
        return settings
    }

    /// Gives a setting a value.
    mutating func set(_ key: String, to value: String, from source: String) throws(SettingError) {
        guard let setting = Setting.all.first(where: { $0.key == key }) else {
            let nearest = EditDistance.nearest(to: key, among: Setting.all.map(\.key))
            throw .unknown(key: key, nearest: nearest ?? "")
        }
        do throws(SettingError) {
            try setting.apply(&self, value)
        } catch .invalid(let value, let wanted) {
            throw .invalid(value: "\(key): \(value)", wanted: wanted)
        }
    }

    /// The scalars of a YAML document of sections, as `section.name` with their text.
    static func pairs(ofYAML text: String) throws(SettingError) -> [(key: String, value: String)] {
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            throw .malformed("not YAML: \(error)")
        }
        guard let root else { return [] }
        guard let sections = root.mapping else { throw .malformed("the file must consist of sections") }
        var pairs: [(key: String, value: String)] = []
        for (name, section) in sections {
            guard let section = section.mapping else {
                if section.scalar?.string.isEmpty ?? false { continue }
                throw .malformed("'\(name.string ?? "?")' must be a section of 'name: value' lines")
            }
            for (key, value) in section {
                let path = "\(name.string ?? "?").\(key.string ?? "?")"
                if let scalar = value.scalar {
                    pairs.append((path, scalar.string))
                } else if let list = value.sequence {
                    pairs.append((path, list.compactMap(\.string).joined(separator: ",")))
                } else {
                    throw .malformed("'\(path)' must be a value or a list")
                }
            }
        }
        return pairs
    }
}
