import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.js";
import { nearest } from "../diagnostics/nearest.js";
import type { SiteSettings } from "../model/settings.js";
import type { InterpretedFeature } from "./assemble-features.js";

/** Report topics that `site.yaml` does not list. A site that lists none takes any. */
export function checkTopics(features: readonly InterpretedFeature[], settings: SiteSettings): Diagnostic[] {
  const topics = settings.topics.map(({ id }) => id as string);
  if (topics.length === 0) return [];
  const listed = new Set(topics);
  return features.flatMap((feature) =>
    feature.head.masthead.topics.flatMap((topic, index) => {
      if (listed.has(topic)) return [];
      const { source, front } = feature.document;
      const span = front.spanOf(["topics", index]);
      return [
        diagnose("unknown-topic", { source, span }, { topic, topics, nearest: nearest(topic, topics) }),
      ];
    }),
  );
}
