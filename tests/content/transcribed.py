"""What the evidence says of each exercise, transcribed: level, grade, sources and ladder.

A line `<` names easier exercises, a line `>` harder ones; what the evidence has in words is not listed.
"""

from __future__ import annotations

from dataclasses import dataclass

ROWS = """
# Hamstring
double-leg-glute-bridge 1 E ekstrom2007 bourne2017act acsm2009
    > single-leg-glute-bridge long-lever-bridge-hold
single-leg-glute-bridge 2 E ekstrom2007 freckleton2014 acsm2009
    < double-leg-glute-bridge
    > single-leg-long-lever-bridge-hold hip-thrust
long-lever-bridge-hold 2 E hegyi2019 goom2016
    < double-leg-glute-bridge
    > single-leg-long-lever-bridge-hold hamstring-walk-outs eccentric-slider-bridge
single-leg-long-lever-bridge-hold 3 E freckleton2014 hegyi2019 goom2016
    < long-lever-bridge-hold
    > single-leg-eccentric-slider-bridge hip-extension-45
hamstring-walk-outs 3 P hegyi2019 acsm2009
    < long-lever-bridge-hold
    > eccentric-slider-bridge
eccentric-slider-bridge 3 T orishimo2015 hegyi2019 cheung2003
    < hamstring-walk-outs long-lever-bridge-hold
    > single-leg-eccentric-slider-bridge slider-leg-curl
single-leg-eccentric-slider-bridge 4 P orishimo2015 ripley2021
    < eccentric-slider-bridge
    > slider-leg-curl band-assisted-nordic
slider-leg-curl 4 P orishimo2015 hegyi2019 acsm2009
    < eccentric-slider-bridge
    > band-assisted-nordic partial-range-nordic
stability-ball-leg-curl 3 P acsm2009
    < hamstring-walk-outs
    > slider-leg-curl
band-assisted-nordic 4 P cuthbert2020 alt2022
    < eccentric-slider-bridge slider-leg-curl
    > partial-range-nordic nordic-hamstring-curl
partial-range-nordic 4 T mjolsnes2004 petersen2011 cheung2003
    < band-assisted-nordic
    > nordic-hamstring-curl
nordic-hamstring-curl 5 T petersen2011 arnason2008 vanderhorst2015 vandyk2019 nhe_rest2021
    < partial-range-nordic band-assisted-nordic
prone-band-leg-curl 2 E hegyi2019 acsm2009
    < double-leg-glute-bridge
    > slider-leg-curl stability-ball-leg-curl
hip-hinge-with-dowel 1 P beatty2017 acsm2009
    < double-leg-glute-bridge
    > romanian-deadlift
romanian-deadlift 3 E blagrove2018 acsm2009 bourne2017act
    < hip-hinge-with-dowel
    > single-leg-rdl loaded-single-leg-rdl
single-leg-rdl 3 E distefano2009 acsm2009
    < romanian-deadlift hip-hinge-with-dowel
    > loaded-single-leg-rdl
loaded-single-leg-rdl 4 P blagrove2018 distefano2009 acsm2009
    < single-leg-rdl
hip-extension-45 3 T bourne2017act bourne2017arch hegyi2019
    < romanian-deadlift
diver 3 T askling2013 askling2014 orishimo2015
    < single-leg-rdl
    > loaded-single-leg-rdl
glider 4 T askling2013 askling2014 orishimo2015
    < diver eccentric-slider-bridge
    > nordic-hamstring-curl
extender 1 T askling2013 askling2014
    > diver

# Calf, Achilles and shin
double-leg-heel-raise 1 P hebertlosier2017 chimenti2024 acsm2009
    > single-leg-heel-raise bent-knee-heel-raise
single-leg-heel-raise 2 E hebertlosier2017 chimenti2024
    < double-leg-heel-raise
    > loaded-single-leg-heel-raise heel-drop-bent-knee
loaded-single-leg-heel-raise 4 T beyer2015 alfredson1998
    < single-leg-heel-raise
    > double-leg-pogo-hops
bent-knee-heel-raise 2 E hamner2010 dorn2012 acsm2009
    < double-leg-heel-raise
    > loaded-single-leg-heel-raise
heel-drop-straight-knee 3 T alfredson1998 fahlstrom2003
    < double-leg-heel-raise isometric-heel-raise-hold
    > loaded-single-leg-heel-raise
isometric-heel-raise-hold 2 P clifford2020 rio2015
    < double-leg-heel-raise
    > single-leg-heel-raise loaded-single-leg-heel-raise
heel-drop-bent-knee 3 T alfredson1998
    < bent-knee-heel-raise
    > loaded-single-leg-heel-raise
double-leg-pogo-hops 4 T engeroff2023
    < single-leg-heel-raise loaded-single-leg-heel-raise
    > single-leg-hops-in-place
single-leg-hops-in-place 5 P engeroff2023 distefano2009
    < double-leg-pogo-hops
tibialis-raise 2 P acsm2009

# Glute and hip
clamshell 1 E distefano2009
    > side-lying-hip-abduction
side-lying-hip-abduction 2 E distefano2009
    < clamshell
    > banded-side-step side-plank-with-top-leg-abduction
hip-thrust 3 P acsm2009 blagrove2018
    < double-leg-glute-bridge single-leg-glute-bridge
banded-side-step 2 E lewis2018 distefano2009
    < clamshell
isometric-hip-abduction 1 P mellor2018 clifford2020
    > side-lying-hip-abduction
standing-band-hip-flexion 3 T thorborg2016 dorn2012
hip-hike 2 P acsm2009
    < side-lying-hip-abduction
    > single-leg-box-squat
single-leg-box-squat 4 E distefano2009 willy2019
    < split-squat step-up

# Quad and knee
wall-sit 1 P willy2019
    > spanish-squat-hold bodyweight-squat
spanish-squat-hold 2 P clifford2020 rio2015
    < wall-sit
    > reverse-nordic
bodyweight-squat 1 P acsm2009 willy2019
    < wall-sit
    > goblet-squat
goblet-squat 3 E blagrove2018 storen2008
    < bodyweight-squat
split-squat 3 E ekstrom2007 acsm2009
    < bodyweight-squat
    > rear-foot-elevated-split-squat
rear-foot-elevated-split-squat 4 P blagrove2018 ekstrom2007
    < split-squat
lateral-step-down 3 E ekstrom2007 willy2019
    < step-up
step-up 3 E ekstrom2007 blagrove2018
    < bodyweight-squat
    > rear-foot-elevated-split-squat single-leg-box-squat
reverse-lunge 2 E distefano2009 acsm2009
    < bodyweight-squat
    > split-squat
reverse-nordic 4 P cheung2003 hyldahl2017
    < spanish-squat-hold

# Adductor and groin
adductor-ball-squeeze 1 T lindblom2023
    > side-lying-adduction short-lever-copenhagen-hold
side-lying-adduction 1 T lindblom2023
    < adductor-ball-squeeze
    > short-lever-copenhagen-hold
short-lever-copenhagen-hold 3 T polglass2019 ishoi2016
    < adductor-ball-squeeze side-lying-adduction
    > long-lever-copenhagen-hold
long-lever-copenhagen-hold 4 T polglass2019
    < short-lever-copenhagen-hold
    > copenhagen-adduction
copenhagen-adduction 5 T haroy2019 ishoi2016 polglass2019
    < long-lever-copenhagen-hold

# Foot and ankle
short-foot 1 P mckeon2015 taddei2020
toe-yoga 1 P mckeon2015
towel-toe-heel-raise 3 T rathleff2015 riel2019 morrissey2021
    < double-leg-heel-raise
band-inversion 2 P acsm2009
    > single-leg-heel-raise
band-eversion 1 P acsm2009
    > single-leg-balance
single-leg-balance 1 P mckeon2015

# Trunk
front-plank 2 E ekstrom2007
side-plank 2 E ekstrom2007
    > side-plank-with-top-leg-abduction
bird-dog 1 E ekstrom2007
dead-bug 2 P acsm2009
pallof-press 2 P acsm2009
side-plank-with-top-leg-abduction 4 P ekstrom2007
    < side-plank side-lying-hip-abduction
"""

DROPPED = {
    ("band-inversion", "single-leg-heel-raise"): "harder with a ball squeeze only, so it is a harder_note",
    ("single-leg-rdl", "diver"): "rehabilitation, not to be stepped into",
    ("diver", "loaded-single-leg-rdl"): "rehabilitation, not to be stepped down to",
    ("eccentric-slider-bridge", "glider"): "rehabilitation, not to be stepped into",
    ("glider", "nordic-hamstring-curl"): "rehabilitation, not to be stepped down to",
}
"""Where the ladders differ from the evidence, and why.

The order of a routine for a place that hurts makes no rung: a heel raise is no easier tibialis raise,
and a dead bug no easier band hip flexion.
"""


@dataclass
class Row:
    level: int
    grade: str
    sources: list[str]
    easier: list[str]
    harder: list[str]


def read_rows() -> dict[str, Row]:
    found: dict[str, Row] = {}
    row = Row(0, "", [], [], [])
    for line in ROWS.splitlines():
        words = line.split()
        if not words or words[0] == "#":
            continue
        if words[0] in "<>":
            (row.easier if words[0] == "<" else row.harder).extend(words[1:])
        else:
            row = found[words[0]] = Row(int(words[1]), words[2], words[3:], [], [])
    return found


def links(rows: dict[str, Row]) -> set[tuple[str, str]]:
    """Each easier exercise with its harder one, whichever of the two names the other."""
    named = {(low, high) for low, row in rows.items() for high in row.harder}
    return named | {(low, high) for high, row in rows.items() for low in row.easier}
