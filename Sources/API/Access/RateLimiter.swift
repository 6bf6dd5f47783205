import HTTPCore
import Synchronization

/// How many requests one caller may make.
public struct RateLimit: Hashable, Sendable {
    /// How many in one window.
    public var requests: Int
    /// The window, in seconds, from 1.
    public var seconds: Int

    /// A limit; values below 1 become 1.
    public init(requests: Int, seconds: Int) {
        self.requests = max(1, requests)
        self.seconds = max(1, seconds)
    }
}

/// Counts requests for each caller: a bucket that refills evenly, so that a caller who keeps to the rate is never
/// refused and one who was away may make a window's worth at once.
final class RateLimiter: Sendable {
    /// What became of a request.
    struct Verdict: Hashable, Sendable {
        let isAllowed: Bool
        /// How many more may follow at once.
        let remaining: Int
        /// Seconds until the next one may be made, or until the bucket is full.
        let wait: Int
    }

    /// How many callers are remembered: about 6 MB.
    private static let capacity = 65_536

    private struct Bucket {
        /// When it will be full again, in microseconds; full is anything in the past.
        var full: Int
    }

    let limit: RateLimit
    private let buckets = Mutex<[String: Bucket]>([:])

    /// A limiter.
    init(_ limit: RateLimit) {
        self.limit = limit
    }

    /// Counts a request of a caller.
    ///
    /// - Parameter now: a time in microseconds that never goes back.
    func take(_ caller: String, now: Int) -> Verdict {
        let window = limit.seconds * 1_000_000
        let cost = max(1, window / limit.requests)
        return buckets.withLock { buckets in
            let full = max(now, buckets[caller]?.full ?? now)
            let next = full + cost
            guard next - now <= window + cost - 1, next - now <= cost * limit.requests else {
                let wait = next - now - cost * limit.requests
                return Verdict(isAllowed: false, remaining: 0, wait: Self.seconds(wait))
            }
            if buckets.count >= Self.capacity { Self.forget(&buckets, now: now) }
            buckets[caller] = Bucket(full: next)
            let remaining = (cost * limit.requests - (next - now)) / cost
            return Verdict(isAllowed: true, remaining: remaining, wait: Self.seconds(next - now))
        }
    }

    private static func seconds(_ microseconds: Int) -> Int {
        (max(0, microseconds) + 999_999) / 1_000_000
    }

    /// Makes room: callers whose bucket is full need no memory; where all are in use, all begin anew.
    private static func forget(_ buckets: inout [String: Bucket], now: Int) {
        buckets = buckets.filter { $0.value.full > now }
        if buckets.count >= capacity { buckets.removeAll() }
    }
}

extension Service {
    /// Counts a request, where requests are counted: for its token, else for its address. A supervisor that asks for health
    /// and a browser that asks whether it may ask are not counted.
    func limit(_ request: HTTPRequest) -> RateLimiter.Verdict? {
        let isFree = request.method == .options || ["/healthz", "/readyz"].contains(request.path)
        guard let limiter, !isFree else { return nil }
        let name = (try? admit(request, to: nil))?.name ?? address(of: request)
        return limiter.take(name, now: configuration.monotonic())
    }
}

extension Problem {
    /// 429 with the time to wait.
    static func tooMany(_ verdict: RateLimiter.Verdict) -> Problem {
        var problem = Problem(.rateLimited, "too many requests: the next one may be made in \(verdict.wait) s")
        problem.fields = [("retry-after", String(verdict.wait))]
        return problem
    }
}
