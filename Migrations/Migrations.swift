/// The numbered SQL files of `sql/`, embedded in the binary. A migration that was released is never edited.
public enum Migrations {
    /// The text of each migration; the first one makes version 1 of the schema.
    public static var all: [String] {
        [PackageResources.V0001_initial_sql, PackageResources.V0002_moments_sql].map {
            String(decoding: $0, as: UTF8.self)
        }
    }
}
