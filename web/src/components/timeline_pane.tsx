// The place of the timeline on the page: mounted once, told the language, and heard when its playhead moves.
// Not for: drawing, see timeline/.
import { useSignalEffect } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { locale, words } from "../i18n/language";
import { drawing } from "../state/drawing";
import { playhead } from "../state/parked";
import { programs } from "../state/run";
import { createTimeline } from "../timeline/timeline";

export function TimelinePane(): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current === null) return;
    const timeline = createTimeline(place.current, {
      locale: locale.peek(),
      onPlayhead: (us) => {
        playhead.value = us;
      },
    });
    drawing.value = timeline;
    return () => {
      drawing.value = null;
      timeline.destroy();
    };
  }, []);
  useSignalEffect(() => drawing.value?.setLocale(locale.value));
  return (
    <section class="timeline" aria-label={words.value.timeline} data-testid="timeline">
      <div class="timeline-place" ref={place} />
      {programs.value.length === 0 && <p class="timeline-empty">{words.value.timelineEmpty}</p>}
    </section>
  );
}
