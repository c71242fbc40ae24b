import { catalogue } from "../diagnostics/catalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Place } from "../diagnostics/place.js";
import { version } from "../model/program.js";

/**
 * Diagnostics as a SARIF log, which code scanning services and editors read.
 *
 * @see SARIF 2.1.0, §3.14 (run), §3.27 (result), §3.30 (region: lines and columns from 1, the end exclusive)
 */
export function reportSarif(diagnostics: readonly Diagnostic[]): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const rules = codes.map((id) => ({
    id,
    shortDescription: { text: catalogue[id].about },
    defaultConfiguration: { level: catalogue[id].severity },
  }));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "colloquy", semanticVersion: version, version, rules } },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { SITE: { description: { text: "The site's folder." } } },
        results: diagnostics.map((diagnostic) => resultOf(diagnostic, codes.indexOf(diagnostic.code))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultOf({ code, severity, message, help, place, related }: Diagnostic, ruleIndex: number): object {
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text: help === "" ? message : `${message}\n${help}` },
    locations: [{ physicalLocation: locationOf(place) }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other, id) => ({
            id,
            message: { text: other.message },
            physicalLocation: locationOf(other.place),
          })),
        }),
  };
}

function locationOf(place: Place): object {
  return {
    artifactLocation: { uri: place.file.split("/").map(encodeURIComponent).join("/"), uriBaseId: "SITE" },
    region: {
      startLine: place.line,
      startColumn: place.column,
      endLine: place.endLine,
      endColumn: place.endColumn,
    },
  };
}
