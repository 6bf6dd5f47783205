import Model

extension Trace {
    /// The triggers of a sentence with their frames, the places of all groups and what became of them.
    func addTriggers(_ sentence: TriggerSentence, to text: inout TraceText) {
        for trigger in sentence.triggers {
            let frames = sentence.frames
            let frame = frames.context.lexicon.frames.all[trigger.entry.frame]
            text.line(
                1, "trigger", [quote(trigger.tokens), row(trigger), facts(of: trigger), "frame \(self.frame(frame))"])
            text.line(2, "votes", votes(frames.votes(trigger)))
            let figures = frames.figures(near: trigger)
            let sum = figures.money.map { "sum " + quote(passes.literals[$0].tokens) } ?? "no sum"
            text.line(2, "figures", [sum, figures.any ? "a figure or date beside it" : "no figure beside it"])
            for group in frames.neighbours(of: trigger) {
                text.line(2, "group", [self.group(group)] + places(of: group, trigger, frame, frames))
            }
            switch frames.verdict(trigger) {
            case .event(let event): text.line(2, "gives", [self.event(event)])
            case .rejected(let rejection): text.line(2, "rejected", [rejection.rawValue])
            }
        }
    }

    private func row(_ trigger: Trigger) -> String {
        guard let rows = try? tables.own("triggers"), let row = rows[safe: trigger.row] else { return "" }
        return "\(row.file):\(row.line) \(row[0])"
    }

    private func facts(of trigger: Trigger) -> String {
        var facts = [trigger.entry.part.rawValue, trigger.voice.rawValue]
        if !trigger.features.names.isEmpty { facts.append(trigger.features.names.joined(separator: "/")) }
        if trigger.entry.strength != .strong { facts.append(trigger.entry.strength.rawValue) }
        if let status = trigger.entry.status { facts.append("status \(status.rawValue)") }
        if let type = trigger.entry.type { facts.append("type \(type.rawValue)") }
        return facts.joined(separator: " ")
    }

    private func frame(_ frame: Frame) -> String {
        "\(frame.id) (\(frame.types.map(\.rawValue).joined(separator: ", ")))"
    }

    private func votes(_ votes: ObjectVotes) -> [String] {
        DealType.allCases.filter { votes[$0] != 0 }.map { "\($0.rawValue) \(votes[$0])" }
    }

    private func group(_ group: ArgumentGroup) -> String {
        var facts: [String] = []
        if let slot = group.slot { facts.append("behind \(slot.rawValue)") }
        if group.isPossessive { facts.append("possessive") }
        if group.modifies { facts.append("before goods") }
        if group.followsNoun { facts.append("behind goods") }
        let names = group.mentions.map { name($0.entity) }.joined(separator: " + ")
        return quote(group.tokens) + (quote(group.tokens) == "\"\(names)\"" ? "" : " = " + names)
            + (facts.isEmpty ? "" : " (" + facts.joined(separator: ", ") + ")")
    }

    /// The slots that a group may stand in, with the weight of each for the two sides of the frame and what it costs.
    private func places(
        of group: ArgumentGroup, _ trigger: Trigger, _ frame: Frame, _ frames: FrameReader
    ) -> [String] {
        frames.solver.slots.readings(of: group, for: trigger).map { reading in
            let weights = (0...1).map { String(frame.weight(reading.slot, side: $0) * 10) }
            return "\(reading.slot.rawValue) \(weights.joined(separator: "|")) - \(reading.cost)"
        }
    }

    /// An event on one line.
    func event(_ event: DealEvent) -> String {
        let sides = event.sides.map { side in
            side.isEmpty ? "?" : side.map { name($0.entity) }.joined(separator: " + ")
        }
        var facts =
            "\(event.type.rawValue) \(event.status.status.rawValue)\(event.status.isExplicit ? "" : " (by default)")"
        facts += " " + sides.joined(separator: " > ")
        facts += ", frame \(event.frame.id), score \(event.score)"
        if let money = event.money { facts += ", sum " + quote(passes.literals[money].tokens) }
        if event.hops > 0 { facts += ", a party from \(event.hops) sentences before" }
        if event.status.isUnreal { facts += ", unreal" }
        return facts
    }
}
