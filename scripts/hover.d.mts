export interface Place {
  readonly line: number;
  readonly column: number;
}
export function placeOf(source: string, text: string): Place;
export function hoverOverProtocol(file: string, languageId: string, place: Place): Promise<string>;
