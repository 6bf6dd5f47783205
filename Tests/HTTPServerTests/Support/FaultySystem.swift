import Glibc
import HTTPCore

@testable import HTTPServer

/// The real system calls, of which chosen ones fail: from the n-th call of a kind on, a number of times.
final class FaultySystem: SystemCalls {
    enum Call: Hashable, CaseIterable, Sendable { case accept, receive, send, shutdown, close, control, wait }

    enum Fault: Hashable, Sendable {
        case error(Int32)
        /// One byte instead of as many as there are.
        case short
    }

    private struct State {
        var call: Call?
        var fault = Fault.short
        var first = 0
        var times = 0
        var counts: [Call: Int] = [:]
    }

    private let real = LinuxSystem()
    private let state = Locked(State())
    private let offset = Locked<Int64>(0)

    /// Lets calls of a kind fail from the n-th on (1 is the next).
    func arm(_ call: Call, _ fault: Fault, at first: Int, times: Int = 1) {
        state.withLock { $0 = State(call: call, fault: fault, first: first, times: times) }
    }

    /// Calls of a kind since the last arming.
    func count(_ call: Call) -> Int { state.withLock { $0.counts[call, default: 0] } }

    /// Moves the monotonic clock on.
    func advance(_ seconds: Int64) { offset.withLock { $0 += seconds * 1_000_000_000 } }

    private func fault(_ call: Call) -> Fault? {
        state.withLock { state in
            let number = state.counts[call, default: 0] + 1
            state.counts[call] = number
            return state.call == call && number >= state.first && number - state.first < state.times ? state.fault : nil
        }
    }

    private func number(_ call: Call) -> Int32? {
        if case .error(let number) = fault(call) { number } else { nil }
    }

    func waiting(_ listener: Int32) -> Int32 { real.waiting(listener) }

    func accept(_ listener: Int32) -> (descriptor: Int32, peer: PeerAddress) {
        if let number = number(.accept) { return (-number, .local) }
        return real.accept(listener)
    }

    func receive(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
        switch fault(.receive) {
        case .error(let number): Int(-number)
        case .short: real.receive(descriptor, UnsafeMutableRawBufferPointer(rebasing: buffer[..<1]))
        case nil: real.receive(descriptor, buffer)
        }
    }

    func send(
        _ descriptor: Int32, _ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer, ends: Bool
    ) -> Int {
        let nothing = UnsafeRawBufferPointer(start: nil, count: 0)
        switch fault(.send) {
        case .error(let number): return Int(-number)
        case .short where !first.isEmpty:
            return real.send(descriptor, UnsafeRawBufferPointer(rebasing: first[..<1]), nothing, ends: ends)
        default: return real.send(descriptor, first, second, ends: ends)
        }
    }

    func sendFile(_ descriptor: Int32, _ file: Int32, _ count: Int) -> Int {
        switch fault(.send) {
        case .error(let number): Int(-number)
        case .short: real.sendFile(descriptor, file, 1)
        case nil: real.sendFile(descriptor, file, count)
        }
    }

    func shutdownSending(_ descriptor: Int32) -> Int32 {
        if let number = number(.shutdown) { return -number }
        return real.shutdownSending(descriptor)
    }

    func close(_ descriptor: Int32) -> Int32 {
        let result = real.close(descriptor)
        if let number = number(.close) { return -number }
        return result
    }

    func control(_ poller: Int32, _ operation: PollOperation, _ descriptor: Int32, _ events: PollEvents, _ data: UInt64)
        -> Int32
    {
        if let number = number(.control) { return -number }
        return real.control(poller, operation, descriptor, events, data)
    }

    func wait(_ poller: Int32, _ events: UnsafeMutableBufferPointer<PollEvent>, _ milliseconds: Int32) -> Int32 {
        if let number = number(.wait) { return -number }
        return real.wait(poller, events, milliseconds)
    }

    func monotonicNanoseconds() -> Int64 { real.monotonicNanoseconds() + offset.withLock { $0 } }
    func unixSeconds() -> Int { real.unixSeconds() }
}

/// The kernel's number of the calling thread.
func currentThread() -> UInt { UInt(pthread_self()) }
