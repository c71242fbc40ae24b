export function generation(number: number): Record<string, string>;
