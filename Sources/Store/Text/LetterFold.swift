/// Letters without their accents: `é` and `e` with a combining accent both become `e`. Latin letters of the blocks
/// Latin-1 Supplement and Latin Extended-A have a base here; all other scalars stay as they are.
enum LetterFold {
    /// The base of a scalar in ASCII, empty for a combining mark, or `nil` where the scalar is its own base.
    static func base(of scalar: Unicode.Scalar) -> StaticLetters? {
        switch scalar.value {
        case 0xC0...0x17F: table[Int(scalar.value - 0xC0)]
        case 0x300...0x36F: StaticLetters(first: 0, second: 0)
        default: nil
        }
    }

    /// One or two letters; 0 stands for none.
    struct StaticLetters {
        let first: UInt8
        let second: UInt8
    }

    /// Bases from U+00C0 on, separated by spaces; a dot where a scalar is not a letter with a base.
    private static let table: [StaticLetters?] = {
        let bases = """
            A A A A A A AE C E E E E I I I I D N O O O O O . O U U U U Y TH ss \
            a a a a a a ae c e e e e i i i i d n o o o o o . o u u u u y th y \
            A a A a A a C c C c C c C c D d D d E e E e E e E e E e G g G g G g G g H h H h I i I i I i I i I i \
            IJ ij J j K k k L l L l L l L l L l N n N n N n n N n O o O o O o OE oe R r R r R r S s S s S s S s \
            T t T t T t U u U u U u U u U u U u W w Y y Y Z z Z z Z z s
            """
        return bases.split(separator: " ").map { base in
            guard base != ".", let first = base.utf8.first else { return nil }
            return StaticLetters(first: first, second: base.utf8.count > 1 ? base.utf8.last ?? 0 : 0)
        }
    }()

    /// Whether a scalar is white space of any kind, visible or not (U+00A0, U+202F, U+200B, U+FEFF, …).
    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000,
            0xFEFF:
            true
        default: false
        }
    }
}
