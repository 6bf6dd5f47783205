import CLinux
import Glibc
import HTTPCore

/// The system calls as Linux has them.
struct LinuxSystem: SystemCalls {
    func waiting(_ listener: Int32) -> Int32 { clinux_waiting(listener) }

    func accept(_ listener: Int32) -> (descriptor: Int32, peer: PeerAddress) {
        var storage = sockaddr_storage()
        let descriptor = clinux_accept(listener, &storage)
        return (descriptor, descriptor < 0 ? .local : PeerAddress(storage))
    }

    func receive(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
        Int(clinux_receive(descriptor, buffer.baseAddress, buffer.count))
    }

    func send(
        _ descriptor: Int32, _ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer, ends: Bool
    ) -> Int {
        Int(clinux_send(descriptor, first.baseAddress, first.count, second.baseAddress, second.count, ends ? 1 : 0))
    }

    func sendFile(_ descriptor: Int32, _ file: Int32, _ count: Int) -> Int {
        Int(clinux_send_file(descriptor, file, 0, count))
    }

    func shutdownSending(_ descriptor: Int32) -> Int32 {
        Glibc.shutdown(descriptor, Int32(SHUT_WR)) < 0 ? -errno : 0
    }

    func close(_ descriptor: Int32) -> Int32 {
        Glibc.close(descriptor) < 0 ? -errno : 0
    }

    func control(
        _ poller: Int32, _ operation: PollOperation, _ descriptor: Int32, _ events: PollEvents, _ data: UInt64
    ) -> Int32 {
        let number =
            switch operation {
            case .add: EPOLL_CTL_ADD
            case .change: EPOLL_CTL_MOD
            case .remove: EPOLL_CTL_DEL
            }
        return clinux_epoll_control(poller, number, descriptor, events.rawValue, data)
    }

    func wait(_ poller: Int32, _ events: UnsafeMutableBufferPointer<PollEvent>, _ milliseconds: Int32) -> Int32 {
        withUnsafeTemporaryAllocation(of: epoll_event.self, capacity: events.count) { raw in
            let count = clinux_epoll_wait(poller, raw.baseAddress, Int32(raw.count), milliseconds)
            guard count > 0 else { return count }
            for index in 0..<Int(count) {
                events[index] = PollEvent(events: PollEvents(rawValue: raw[index].events), data: raw[index].data.u64)
            }
            return count
        }
    }

    func monotonicNanoseconds() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    func unixSeconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME_COARSE, &time)
        return time.tv_sec
    }
}

extension PeerAddress {
    /// The address that the kernel reports; anything but IPv4 and IPv6 is local.
    init(_ storage: sockaddr_storage) {
        self = withUnsafeBytes(of: storage) { raw in
            switch Int32(storage.ss_family) {
            case AF_INET:
                let address = raw.loadUnaligned(as: sockaddr_in.self)
                return .ipv4(UInt32(bigEndian: address.sin_addr.s_addr), port: UInt16(bigEndian: address.sin_port))
            case AF_INET6:
                let address = raw.loadUnaligned(as: sockaddr_in6.self)
                return withUnsafeBytes(of: address.sin6_addr) { octets in
                    let upper = UInt64(bigEndian: octets.loadUnaligned(as: UInt64.self))
                    let lower = UInt64(bigEndian: octets.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
                    return .ipv6(upper, lower, port: UInt16(bigEndian: address.sin6_port))
                }
            default: return .local
            }
        }
    }
}
