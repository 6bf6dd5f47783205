import Testing

@testable import Ingestion

struct PairPlacesTests {
    private func all(_ pair: ReviewDeals.Pair, in places: PairPlaces) -> [Int] {
        var found: [Int] = []
        var next = places.first(pair)
        while let place = next {
            found.append(place)
            next = places.next(behind: place)
        }
        return found
    }

    @Test func `the places of two come in order, whoever is named first`() {
        let pairs = [(3, 1), (0, 0), (1, 3), (2, 5), (3, 1)].map { ReviewDeals.Pair($0.0, $0.1) }
        let places = PairPlaces(pairs)
        #expect(all(ReviewDeals.Pair(1, 3), in: places) == [0, 2, 4])
        #expect(all(ReviewDeals.Pair(5, 2), in: places) == [3])
        #expect(all(ReviewDeals.Pair(0, 0), in: places) == [1])
        #expect(all(ReviewDeals.Pair(1, 2), in: places).isEmpty)
    }

    @Test func `each two have a key of their own`() {
        let keys = (0..<60).flatMap { low in (low..<60).map { ReviewDeals.Pair(low, $0).key } }
        #expect(Set(keys).count == keys.count)
    }
}
