import Glibc
import Model

/// The clock of the machine.
enum SystemTime {
    /// The current moment.
    static func now() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(microseconds: time.tv_sec * 1_000_000 + time.tv_nsec / 1000)
    }
}
