/// One setting: its name in the configuration file and in the environment, its default, its meaning, and how a value
/// reaches the program. The table of all (``Setting/all``) stands behind the file, the environment and the documentation.
struct Setting: Sendable {
    /// Section and name in the file: `server.port`. In the environment: `DEALTRACKER_SERVER_PORT`.
    let key: String
    /// The value where none is given, as it would be written in the file.
    let standard: String
    /// What it does, with its unit.
    let help: String
    /// Puts a value into the settings.
    let apply: @Sendable (inout Settings, String) throws(SettingError) -> Void

    /// The name of its variable in the environment.
    var variable: String {
        "DEALTRACKER_" + key.uppercased().map { $0 == "." || $0 == "-" ? "_" : String($0) }.joined()
    }
}

/// What is wrong with a configuration.
enum SettingError: Error, Hashable {
    /// No setting has this name; the nearest one has.
    case unknown(key: String, nearest: String)
    /// The value is not of the setting's kind.
    case invalid(value: String, wanted: String)
    /// The file is no YAML, or not made of sections of `name: value`.
    case malformed(String)

    var message: String {
        switch self {
        case .unknown(let key, let nearest): "no setting is called '\(key)'; did you mean '\(nearest)'?"
        case .invalid(let value, let wanted): "'\(value)' is not \(wanted)"
        case .malformed(let reason): reason
        }
    }
}

extension Setting {
    /// A whole number within a range.
    static func number(
        _ key: String, _ standard: Int, _ range: ClosedRange<Int>, _ help: String,
        _ path: WritableKeyPath<Settings, Int> & Sendable
    ) -> Setting {
        Setting(key: key, standard: String(standard), help: help) { settings, text throws(SettingError) in
            settings[keyPath: path] = try whole(text, range)
        }
    }

    /// A whole number within a range, or `none`.
    static func optionalNumber(
        _ key: String, _ range: ClosedRange<Int>, _ help: String,
        _ path: WritableKeyPath<Settings, Int?> & Sendable
    ) -> Setting {
        Setting(key: key, standard: "none", help: help) { settings, text throws(SettingError) in
            settings[keyPath: path] = text == "none" ? nil : try whole(text, range)
        }
    }

    /// A time span in seconds, whole or decimal.
    static func seconds(
        _ key: String, _ standard: String, _ help: String, _ path: WritableKeyPath<Settings, Duration> & Sendable
    ) -> Setting {
        Setting(key: key, standard: standard, help: help) { settings, text throws(SettingError) in
            guard let value = Double(text), value >= 0, value < 1e6 else {
                throw .invalid(value: text, wanted: "a number of seconds from 0 to 1000000")
            }
            settings[keyPath: path] = .milliseconds(Int((value * 1000).rounded()))
        }
    }

    /// A text.
    static func text(
        _ key: String, _ standard: String, _ help: String, _ path: WritableKeyPath<Settings, String> & Sendable
    ) -> Setting {
        Setting(key: key, standard: standard, help: help) { settings, text throws(SettingError) in
            settings[keyPath: path] = text
        }
    }

    /// `true` or `false`.
    static func flag(
        _ key: String, _ standard: Bool, _ help: String, _ path: WritableKeyPath<Settings, Bool> & Sendable
    ) -> Setting {
        Setting(key: key, standard: String(standard), help: help) { settings, text throws(SettingError) in
            guard let value = Bool(text) else { throw .invalid(value: text, wanted: "true or false") }
            settings[keyPath: path] = value
        }
    }

    static func whole(_ text: String, _ range: ClosedRange<Int>) throws(SettingError) -> Int {
        guard let value = Int(text), range.contains(value) else {
            throw .invalid(value: text, wanted: "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }
}
