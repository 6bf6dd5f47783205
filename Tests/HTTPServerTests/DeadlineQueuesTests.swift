import Testing

@testable import HTTPServer

struct DeadlineQueuesTests {
    private func queues() -> DeadlineQueues { DeadlineQueues { Int64($0.rawValue + 1) * 10 } }

    @Test func `the earliest deadline is found and taken out first`() {
        var queues = queues()
        queues.set(5, .idle, now: 0)
        queues.set(3, .firstByte, now: 5)
        queues.set(4, .firstByte, now: 6)
        #expect(queues.earliest == 15 && queues.oldest(.firstByte) == 3 && queues.all(.firstByte) == [3, 4])
        #expect(queues.popExpired(now: 14) == nil)
        #expect(queues.popExpired(now: 15)?.descriptor == 3)
        #expect(queues.popExpired(now: 100)?.descriptor == 4)
        #expect(queues.popExpired(now: 100)?.kind == .idle)
        #expect(queues.popExpired(now: 100) == nil && queues.earliest == nil)
    }

    @Test func `a deadline can be moved, changed and cleared`() {
        var queues = queues()
        for descriptor in Int32(0)..<4 { queues.set(descriptor, .head, now: 0) }
        queues.set(0, .head, now: 1)
        queues.clear(2)
        queues.clear(2)
        queues.clear(99)
        queues.set(1, .linger, now: 1)
        #expect(queues.all(.head) == [3, 0] && queues.kind(of: 1) == .linger && queues.kind(of: 2) == nil)
        #expect(queues.oldest(.idle) == nil && queues.kind(of: 1000) == nil)
    }

    @Test func `output waits in order and is joined while it is small`() {
        var queue = OutputQueue()
        queue.append([1, 2, 3], from: 1)
        queue.append([4])
        queue.append([UInt8](repeating: 5, count: 20_000))
        queue.append([])
        #expect(queue.byteCount == 20_003)
        var taken: [UInt8] = []
        let sizes = [2, 1, 7, 9000, 20_000]
        for size in sizes {
            var room = size
            let count = queue.write { first, second in
                let part = Array(first) + Array(second)
                let fitting = part.prefix(room)
                room -= fitting.count
                taken += fitting
                return fitting.isEmpty ? -11 : fitting.count
            }
            #expect(count > 0)
        }
        #expect(taken == [2, 3, 4] + [UInt8](repeating: 5, count: 20_000) && queue.isEmpty)
    }
}
