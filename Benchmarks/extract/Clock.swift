import Glibc

/// Times of this process, so that a busy machine does not change the figures.
enum Clock {
    /// The processor time that the process has used, in seconds.
    static var processor: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The processor time of some work, in seconds.
    static func measure(_ work: () throws -> Void) rethrows -> Double {
        let start = processor
        try work()
        return processor - start
    }
}

/// The memory of this process.
enum Memory {
    /// What lies in physical memory now, in bytes; 0 where the system does not tell.
    static var resident: Int {
        guard let file = fopen("/proc/self/statm", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 128)
        guard fgets(&line, CInt(line.count), file) != nil else { return 0 }
        let fields = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
            .split(separator: " ")
        return fields.count > 1 ? (Int(fields[1]) ?? 0) * Int(sysconf(CInt(_SC_PAGESIZE))) : 0
    }
}
