import Model
import Testing

@testable import Store

struct TextTests {
    @Test(arguments: [
        ("Société Générale S.A.", "societe generale s a"), ("OpenAI, Inc.", "openai"), ("AT&T", "at&t"),
        ("Œuvre Énergie", "oeuvre energie"), ("Tesla  Motors", "tesla motors"), ("Inc", "inc"),
    ])
    func `names are compared without case, accents and legal form`(name: String, key: String) {
        #expect(TextKeys.name(name) == key)
    }

    @Test(arguments: [
        ["signé", "signed", "signing", "signer", "signés", "signées"], ["accords", "accord", "l'accord"],
        ["companies", "company"],
    ])
    func `inflected forms are one word`(forms: [String]) {
        #expect(Set(forms.map { String(decoding: Words.indexed($0), as: UTF8.self) }).count == 1)
    }

    @Test(arguments: [
        ("AT&T", "att"), ("R&D+Oracle", "rd oracl"), ("C++", ""), ("ò+ûb", "ub"), ("&", ""), ("Ångström", "angstrom"),
        ("人工", "e4babae5b7a5"), ("क्षमता", "e0a495 e0a4b7e0a4aee0a4a4e0a4be"), ("Ⓐⓑ", "e29390e29391"),
    ])
    func `words of the search are letters and digits, whatever was written`(text: String, words: String) {
        #expect(String(decoding: Words.indexed(text), as: UTF8.self) == words)
    }

    @Test func `a copy with a changed line is near, another article about the same deal is not`() {
        let sentences = (0..<14).map {
            "Sentence \($0) tells of capacity \($0 * 7) and of the region number \($0 * 13)."
        }
        let text = sentences.joined(separator: " ")
        let copy = "Reprinted by another paper. " + sentences.dropLast().joined(separator: " ")
        let other = (0..<14).map { "A contract was told in wholly different words, item \($0 * 3), by part \($0)." }
            .joined(separator: " ")
        let print = Fingerprint(of: Array(text.utf8))
        #expect(print.isNear(Fingerprint(of: Array(copy.utf8))))
        #expect(Fingerprint.isCopy(Array(copy.utf8), of: Array(text.utf8)))
        #expect(!print.isNear(Fingerprint(of: Array(other.utf8))))
        #expect(!Fingerprint.isCopy(Array(other.utf8), of: Array(text.utf8)))
    }

    @Test(arguments: [
        ("https://www.Daily.example/a/b/?utm_source=x&id=4#top", "daily.example/a/b?id=4"),
        ("http://daily.example/a/b?id=4&fbclid=1", "daily.example/a/b?id=4"),
        ("https://daily.example", "daily.example"),
    ])
    func `addresses of one article are one`(url: String, canonical: String) {
        #expect(CanonicalURL(url)?.text == canonical)
    }

    @Test(arguments: ["", "ftp://x.example/", "https:///path", "daily.example"])
    func `what is no address of the web has no canonical form`(url: String) {
        #expect(CanonicalURL(url) == nil)
    }

    @Test func `values survive being written and read`() {
        let atoms: [Atom] = [.null, .int(-5), .int(.max), .text(""), .text("a\"b\\c\n\u{1}é,]")]
        #expect(Atom.decode(Atom.encode(atoms)) == atoms)
        for atom in atoms { #expect(Atom.decode(Atom.encode(atom)) == [atom]) }
        for broken in ["", "[", "[1", "[1,]x", "\"a", "nul", "[1 2]", "1x"] {
            #expect(Atom.decode(broken) == nil, "\(broken)")
        }
    }

    @Test func `slots keep company, day and deal, and order by them`() {
        for (company, day, deal) in [(1, -25_567, 1), (1_048_575, 100_000, 67_108_863), (7, 20_000, 5)] {
            let slot = Slot.pack(company: company, day: day, deal: deal)
            #expect(slot > 0)
            #expect(Slot.range(company: company).contains(slot))
            #expect(Slot.unpack(slot) == (day, deal))
        }
        #expect(Slot.pack(company: 1, day: 5, deal: 9) < Slot.pack(company: 1, day: 6, deal: 1))
    }
}
