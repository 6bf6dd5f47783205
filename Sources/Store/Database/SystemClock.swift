import Glibc
import Model

/// The system's clock.
enum SystemClock {
    /// Now, by `CLOCK_REALTIME`.
    static func now() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(microseconds: time.tv_sec * 1_000_000 + time.tv_nsec / 1000)
    }
}
