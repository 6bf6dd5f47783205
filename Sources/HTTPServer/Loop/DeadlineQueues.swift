/// What a deadline is for.
enum DeadlineKind: Int, CaseIterable, Sendable {
    /// The first byte on a fresh connection.
    case firstByte
    /// The next request on a kept connection.
    case idle
    /// The end of a head.
    case head
    /// The next look at a body's rate.
    case body
    /// The next look at how much of an answer was taken.
    case write
    /// The end of a closing connection.
    case linger
}

/// Deadlines of connections, at most one each, as one queue per kind.
///
/// All deadlines of a kind are the same span ahead when they are set, so a queue is in order by itself: setting, moving and
/// clearing are O(1), and nothing is allocated for it. Descriptors index the links.
struct DeadlineQueues {
    private struct Node {
        var previous: Int32 = -1
        var next: Int32 = -1
        var kind: DeadlineKind?
        var deadline: Int64 = 0
    }

    private var nodes: [Node] = []
    private var first: [Int32]
    private var last: [Int32]
    private let spans: [Int64]

    /// Queues with the span of each kind in nanoseconds.
    init(span: (DeadlineKind) -> Int64) {
        spans = DeadlineKind.allCases.map(span)
        first = spans.map { _ in -1 }
        last = first
    }

    /// The kind of a descriptor's deadline; `nil` without one.
    func kind(of descriptor: Int32) -> DeadlineKind? {
        Int(descriptor) < nodes.count ? nodes[Int(descriptor)].kind : nil
    }

    /// Sets a descriptor's deadline anew, a span from now.
    mutating func set(_ descriptor: Int32, _ kind: DeadlineKind, now: Int64) {
        clear(descriptor)
        let index = Int(descriptor)
        while nodes.count <= index { nodes.append(Node()) }
        let tail = last[kind.rawValue]
        nodes[index] = Node(previous: tail, next: -1, kind: kind, deadline: now + spans[kind.rawValue])
        if tail >= 0 { nodes[Int(tail)].next = descriptor } else { first[kind.rawValue] = descriptor }
        last[kind.rawValue] = descriptor
    }

    /// Takes a descriptor's deadline away.
    mutating func clear(_ descriptor: Int32) {
        let index = Int(descriptor)
        guard index < nodes.count, let kind = nodes[index].kind else { return }
        let node = nodes[index]
        if node.previous >= 0 { nodes[Int(node.previous)].next = node.next } else { first[kind.rawValue] = node.next }
        if node.next >= 0 {
            nodes[Int(node.next)].previous = node.previous
        } else {
            last[kind.rawValue] = node.previous
        }
        nodes[index] = Node()
    }

    /// The descriptor whose deadline of this kind is the earliest.
    func oldest(_ kind: DeadlineKind) -> Int32? {
        let descriptor = first[kind.rawValue]
        return descriptor >= 0 ? descriptor : nil
    }

    /// All descriptors with a deadline of this kind, the earliest first.
    func all(_ kind: DeadlineKind) -> [Int32] {
        var found: [Int32] = []
        var descriptor = first[kind.rawValue]
        while descriptor >= 0 {
            found.append(descriptor)
            descriptor = nodes[Int(descriptor)].next
        }
        return found
    }

    /// The earliest deadline of all.
    var earliest: Int64? {
        var found: Int64?
        for descriptor in first where descriptor >= 0 {
            let deadline = nodes[Int(descriptor)].deadline
            if deadline < found ?? .max { found = deadline }
        }
        return found
    }

    /// Takes out one deadline that has passed.
    mutating func popExpired(now: Int64) -> (descriptor: Int32, kind: DeadlineKind)? {
        for kind in DeadlineKind.allCases {
            let descriptor = first[kind.rawValue]
            if descriptor >= 0, nodes[Int(descriptor)].deadline <= now {
                clear(descriptor)
                return (descriptor, kind)
            }
        }
        return nil
    }
}
