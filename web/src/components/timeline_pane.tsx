// The place of the timeline on the page: loaded after the first paint, told the language, and heard when its playhead moves.
// Not for: drawing, see timeline/.
import { useSignalEffect } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { locale, words } from "../i18n/language";
import { drawing, playhead, setDrawing } from "../state/drawing";
import { hoveredLine } from "../state/editor_link";
import { notify } from "../state/notices";
import { programs, ranText } from "../state/run";
import { text } from "../state/scenario";
import type { Timeline } from "../timeline/timeline";

export function TimelinePane(): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let timeline: Timeline | null = null;
    let gone = false;
    import("../timeline/timeline").then(
      ({ createTimeline }) => {
        if (gone || place.current === null) return;
        timeline = createTimeline(place.current, {
          locale: locale.peek(),
          onPlayhead: (time) => {
            playhead.value = time;
          },
          onHoverSpan: (span) => {
            hoveredLine.value = ranText.peek() === text.peek() ? (span?.line ?? 0) : 0;
          },
        });
        setDrawing(timeline);
      },
      (reason: unknown) => {
        setDrawing(null);
        const why = reason instanceof Error ? reason.message : String(reason);
        notify({ kind: "trace", tone: "problem", text: (say) => say.noticeTraceDamaged(why) });
      },
    );
    return () => {
      gone = true;
      drawing.value = null;
      timeline?.destroy();
    };
  }, []);
  useSignalEffect(() => drawing.value?.setLocale(locale.value));
  return (
    <div class="timeline" data-testid="timeline">
      <div class="timeline-place" ref={place} />
      {programs.value.length === 0 && <p class="timeline-empty">{words.value.timelineEmpty}</p>}
    </div>
  );
}
