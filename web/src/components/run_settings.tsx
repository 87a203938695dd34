// How the next run goes: the clock and the network, as switches.
// Not for: the question before the internet, see internet_dialog.tsx.
import type { JSX } from "preact";
import { words } from "../i18n/language";
import { chooseNetwork, clock, network } from "../state/settings";
import { Segmented } from "./segmented";

export function RunSettings(): JSX.Element {
  const say = words.value;
  const online = network.value === "internet";
  return (
    <div class="run-settings">
      <Segmented
        name="clock"
        legend={say.clock}
        value={online ? "real" : clock.value}
        disabled={online}
        choices={[
          { value: "real", label: say.clockReal, hint: say.clockRealHint },
          { value: "virtual", label: say.clockVirtual, hint: say.clockVirtualHint },
        ]}
        onChoose={(value) => {
          clock.value = value;
        }}
      />
      <Segmented
        name="network"
        legend={say.network}
        value={network.value}
        choices={[
          { value: "simulated", label: say.networkSimulated, hint: say.networkSimulatedHint },
          { value: "internet", label: say.networkInternet, hint: say.networkInternetHint },
        ]}
        onChoose={chooseNetwork}
      />
    </div>
  );
}
