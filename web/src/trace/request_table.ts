// The requests of a run: who asked for what, and what came back. Not for the bars of who waits for them.

import { type Microseconds, microseconds } from "./microseconds";

export interface RequestInfo {
  readonly request: number;
  readonly task: number;
  readonly line: number;
  /** "GET https://naver.com/". */
  readonly what: string;
  readonly begin: Microseconds;
  /** Undefined while it is under way. */
  readonly end: Microseconds | undefined;
  /** HTTP status; 0 where it failed. */
  readonly status: number;
  readonly bytes: number;
}

/** The host of "GET https://naver.com/a?b": what fits into a bar. The whole text where it names none. */
export function hostOf(what: string): string {
  const match = /:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/:?#]*)/.exec(what);
  return match === null || match[1] === "" ? what : match[1].replace(/^www\./, "");
}

export class RequestTable {
  private readonly byId_ = new Map<number, RequestInfo>();

  get count(): number {
    return this.byId_.size;
  }

  begin(request: number, task: number, line: number, what: string, time: number): void {
    this.byId_.set(request, {
      request,
      task,
      line,
      what,
      begin: microseconds(time),
      end: undefined,
      status: 0,
      bytes: 0,
    });
  }

  end(request: number, status: number, bytes: number, time: number): void {
    const known = this.byId_.get(request);
    if (known === undefined) return;
    this.byId_.set(request, { ...known, end: microseconds(time), status, bytes });
  }

  get(request: number): RequestInfo | undefined {
    return this.byId_.get(request);
  }
}
