// The elements of the timeline: toolbar, stage with canvas, slider and tooltip, table. Not for what happens in them.

import { PlayheadSlider } from "./playhead_slider";
import { TableView } from "./table_view";
import { Toolbar, type ToolbarActions } from "./toolbar";
import { Tooltip } from "./tooltip";

/** Built once and put into the page's element; `root` is what `destroy` removes. */
export class TimelineElements {
  readonly root = document.createElement("section");
  /** Scrolls from lane to lane; the canvas sticks to its top and shows what is in view. */
  readonly scroll = document.createElement("div");
  readonly canvas = document.createElement("canvas");
  readonly toolbar: Toolbar;
  readonly tooltip = new Tooltip();
  readonly slider = new PlayheadSlider();
  readonly table = new TableView();
  private readonly space_ = document.createElement("div");
  private height_ = -1;

  constructor(parent: HTMLElement, actions: ToolbarActions) {
    this.toolbar = new Toolbar(actions);
    this.root.className = "ls-timeline";
    this.root.dataset.testid = "timeline-view";
    this.scroll.className = "ls-scroll";
    this.scroll.tabIndex = 0;
    this.scroll.setAttribute("role", "group");
    this.space_.className = "ls-space";
    this.canvas.className = "ls-canvas";
    this.canvas.dataset.testid = "timeline-canvas";
    this.canvas.setAttribute("aria-hidden", "true"); // the table says the same
    this.space_.append(this.canvas);
    this.scroll.append(this.space_);
    const stage = document.createElement("div");
    stage.className = "ls-stage";
    stage.append(this.scroll, this.slider.element, this.tooltip.element);
    this.root.append(this.toolbar.element, stage, this.table.element);
    parent.append(this.root);
  }

  /** Gives the canvas the size of the view and the scroller the height of the content; returns device pixels per pixel. */
  fit(width: number, height: number, content: number): number {
    const scale = Math.min(3, devicePixelRatio || 1);
    const tall = Math.max(height, content);
    if (tall !== this.height_) {
      this.height_ = tall;
      this.space_.style.height = `${tall}px`;
    }
    const deviceWidth = Math.round(width * scale);
    const deviceHeight = Math.round(height * scale);
    if (this.canvas.width !== deviceWidth || this.canvas.height !== deviceHeight) {
      this.canvas.width = deviceWidth;
      this.canvas.height = deviceHeight;
      this.canvas.style.width = `${width}px`;
      this.canvas.style.height = `${height}px`;
    }
    return scale;
  }

  showTable(shown: boolean): void {
    this.root.classList.toggle("ls-as-table", shown);
    this.table.show(shown);
    this.toolbar.showTable(shown);
  }
}
