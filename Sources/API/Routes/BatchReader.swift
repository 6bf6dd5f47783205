import HTTPCore

/// Takes a batch of articles in, a line each, and answers line by line in the same order.
///
/// Lines that are at hand are read and stored at the same time, so that they share commits; the next part of the batch is
/// asked for when all before it is answered, so that memory is bounded and a sender may wait for each answer.
final class BatchReader {
    private let service: Service
    private let call: Call
    private var input: RequestBodyStream.AsyncIterator
    private var splitter: LineSplitter
    private var waiting: [(number: Int, line: LineSplitter.Line)] = []
    private var running: [Task<[UInt8], Never>] = []
    private var number = 0
    private var isAtEnd = false

    /// A reader of the content of a call.
    init(_ service: Service, _ call: Call, _ input: RequestBodyStream) {
        self.service = service
        self.call = call
        self.input = input.makeAsyncIterator()
        splitter = LineSplitter(limit: service.configuration.articleLimit)
    }

    /// The answer to the next line; `nil` behind the last.
    ///
    /// - Throws: `RequestBodyError` where the batch breaks off: what was answered is stored, the rest is not.
    func next() async throws -> [UInt8]? {
        while running.isEmpty, waiting.isEmpty, !isAtEnd {
            if let part = try await input.next() {
                take(splitter.add(part))
            } else {
                isAtEnd = true
                take(splitter.end())
            }
        }
        start()
        guard !running.isEmpty else { return nil }
        let answer = await running.removeFirst().value
        start()
        return answer
    }

    /// Numbers lines; blank ones have a number and no answer.
    private func take(_ lines: [LineSplitter.Line]) {
        for line in lines {
            number += 1
            if case .text(let bytes) = line, bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
            waiting.append((number, line))
        }
    }

    /// Starts as many lines as may run at the same time.
    private func start() {
        while !waiting.isEmpty, running.count < service.configuration.batchWindow {
            let (number, line) = waiting.removeFirst()
            let (service, call) = (service, call)
            running.append(
                Task {
                    await service.answer(number, line, call)
                })
        }
    }
}

extension Service {
    /// `POST /articles` with a batch: a JSON object in each line, and an answer in each line.
    func createArticles(_ call: Call, _ input: RequestBodyStream) -> HTTPResponse {
        let parts = Parts {
            let reader = BatchReader(self, call, input)
            return { try await reader.next() }
        }
        return HTTPResponse(
            .ok, fields: ["content-type": "application/x-ndjson"], body: .stream(ResponseStream(parts)))
    }

    /// The answer to a line of a batch: what a request of its own would have been answered, with the line's number.
    fileprivate func answer(_ number: Int, _ line: LineSplitter.Line, _ call: Call) async -> [UInt8] {
        var writer = JSONWriter(.compact, capacity: 2048)
        let outcome = await outcome(of: line, call)
        writer.object { writer in
            writer.key("line")
            writer.integer(number)
            switch outcome {
            case .success(let answer): answer.write(in: &writer)
            case .failure(let problem): problem.write(in: &writer)
            }
        }
        return writer.bytes + [0x0A]
    }

    private func outcome(of line: LineSplitter.Line, _ call: Call) async -> Result<ArticleAnswer, Problem> {
        do throws(Problem) {
            guard case .text(let bytes) = line else {
                throw Problem(
                    .contentTooLarge, "the line is longer than \(configuration.articleLimit) bytes and was passed over")
            }
            let input = try ArticleDecoder.article(ArticleDecoder.json(bytes))
            return .success(try await take(input, call.query))
        } catch {
            return .failure(error)
        }
    }
}
