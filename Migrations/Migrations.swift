/// The numbered SQL files of `sql/`, embedded in the binary.
public enum Migrations {}
