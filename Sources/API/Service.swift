import HTTPCore
import Model

/// What all routes share: the ports, the settings and the answers that are kept.
struct Service: Sendable {
    let records: any RecordReader
    let articles: any ArticleStore
    let editor: any RecordEditor
    let engine: any ArticleReader
    let configuration: APIConfiguration
    let clock: @Sendable () -> Timestamp
    let kept: AnswerCache
    let idempotency = IdempotencyKeys()
    let limiter: RateLimiter?
    let pages: Pages
    /// When the service began.
    let started: Timestamp

    /// What `body` gives, a failure of the store told as a problem.
    func ask<Value>(_ body: () throws(StoreError) -> Value) throws(Problem) -> Value {
        do throws(StoreError) {
            return try body()
        } catch {
            throw problem(of: error)
        }
    }

    /// What `body` gives, a failure of the store told as a problem.
    func ask<Value>(_ body: () async throws(StoreError) -> Value) async throws(Problem) -> Value {
        do throws(StoreError) {
            return try await body()
        } catch {
            throw problem(of: error)
        }
    }

    /// A failure of the store as a problem; one that only its operator can mend is reported with its cause.
    func problem(of error: StoreError) -> Problem {
        let problem = Problem(error)
        if problem.kind == .internalError { configuration.onFailure(error) }
        return problem
    }
}
