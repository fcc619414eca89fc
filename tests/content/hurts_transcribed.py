"""The evidence file's table of what hurts, typed out by hand from its section D and the list of ids."""

from __future__ import annotations

STEPS: dict[str, list[list[str]]] = {
    "hamstring": [
        ["double-leg-glute-bridge", "long-lever-bridge-hold"],
        ["hamstring-walk-outs", "eccentric-slider-bridge"],
        ["romanian-deadlift"],
        ["band-assisted-nordic", "partial-range-nordic"],
    ],
    "sit-bone": [
        ["long-lever-bridge-hold", "prone-band-leg-curl", "single-leg-glute-bridge"],
        ["single-leg-long-lever-bridge-hold", "eccentric-slider-bridge"],
        ["romanian-deadlift"],
        ["hip-extension-45", "single-leg-rdl"],
    ],
    "knee-front": [
        ["side-lying-hip-abduction", "banded-side-step", "wall-sit"],
        ["bodyweight-squat", "step-up"],
        ["lateral-step-down", "single-leg-box-squat", "split-squat"],
    ],
    "knee-outside": [
        ["side-lying-hip-abduction", "banded-side-step", "side-plank"],
        ["hip-hike", "lateral-step-down", "single-leg-box-squat"],
    ],
    "shin": [
        ["double-leg-heel-raise"],
        ["single-leg-heel-raise", "bent-knee-heel-raise", "tibialis-raise", "short-foot"],
    ],
    "achilles": [
        ["isometric-heel-raise-hold"],
        ["double-leg-heel-raise", "single-leg-heel-raise"],
        ["heel-drop-straight-knee", "heel-drop-bent-knee", "loaded-single-leg-heel-raise"],
    ],
    "heel-bone": [
        ["double-leg-heel-raise", "bent-knee-heel-raise", "isometric-heel-raise-hold"],
        ["single-leg-heel-raise", "loaded-single-leg-heel-raise"],
    ],
    "calf": [
        ["isometric-heel-raise-hold", "bent-knee-heel-raise"],
        ["double-leg-heel-raise", "single-leg-heel-raise"],
        ["loaded-single-leg-heel-raise"],
    ],
    "heel-under": [["towel-toe-heel-raise", "short-foot"], ["single-leg-heel-raise"]],
    "hip-front": [["double-leg-glute-bridge", "dead-bug"], ["standing-band-hip-flexion"]],
    "hip-outside": [
        ["isometric-hip-abduction", "side-lying-hip-abduction"],
        ["hip-thrust", "single-leg-glute-bridge", "banded-side-step", "single-leg-box-squat"],
    ],
    "low-back": [
        ["bird-dog", "dead-bug", "side-plank", "double-leg-glute-bridge", "hip-hinge-with-dowel"],
    ],
    "groin": [
        ["adductor-ball-squeeze", "side-lying-adduction"],
        ["short-lever-copenhagen-hold", "long-lever-copenhagen-hold"],
        ["copenhagen-adduction"],
    ],
    "foot": [["short-foot", "toe-yoga"], ["band-inversion", "double-leg-heel-raise"]],
}
"""*Exercises that help (start → later)*."""

HOLD_BACK: dict[str, set[str]] = {
    "hamstring": {"nordic-hamstring-curl", "single-leg-eccentric-slider-bridge"},
    "sit-bone": {"loaded-single-leg-rdl", "diver", "split-squat", "rear-foot-elevated-split-squat"},
    "knee-front": {"reverse-nordic", "rear-foot-elevated-split-squat", "single-leg-hops-in-place"},
    "knee-outside": {"split-squat", "rear-foot-elevated-split-squat", "reverse-lunge"},
    "shin": {"double-leg-pogo-hops", "single-leg-hops-in-place"},
    "achilles": {"double-leg-pogo-hops", "single-leg-hops-in-place"},
    "heel-bone": {"heel-drop-straight-knee", "heel-drop-bent-knee"},
    "calf": {"double-leg-pogo-hops", "single-leg-hops-in-place"},
    "heel-under": {"double-leg-pogo-hops", "single-leg-hops-in-place"},
    "hip-front": {"rear-foot-elevated-split-squat"},
    "hip-outside": {"hip-hike", "side-plank-with-top-leg-abduction", "single-leg-hops-in-place"},
    "low-back": {
        "romanian-deadlift",
        "loaded-single-leg-rdl",
        "hip-extension-45",
        "goblet-squat",
        "front-plank",
    },
    "groin": {"copenhagen-adduction", "single-leg-hops-in-place"},
    "foot": {"double-leg-pogo-hops", "single-leg-hops-in-place", "towel-toe-heel-raise"},
}
"""*Hold back*, as far as it names exercises; what is held back only deep, and is a step, is not."""

HOLD_BACK_WORDS: dict[str, list[str]] = {
    "hamstring": ["sprints", "strides", "hard stretching", "first weeks"],
    "sit-bone": ["deep hinges", "deep lunges", "stretches", "long sitting", "hills", "speed"],
    "knee-front": ["reverse Nordics", "deep split squats", "downhill", "stairs", "hops"],
    "knee-outside": ["downhill", "longer runs", "deep lunges"],
    "shin": ["hops", "speed", "change of surface"],
    "achilles": ["hops", "hills", "speed", "above 5 of 10", "worse the next morning"],
    "heel-bone": ["below a step", "calf stretches", "barefoot", "low shoes"],
    "calf": ["hops", "hills", "speed"],
    "heel-under": ["hops", "barefoot", "long standing"],
    "hip-front": ["heavy band work", "deep split squats", "sprints", "hills"],
    "hip-outside": [
        "hip hikes below",
        "leg raised",
        "hops",
        "stretches of the outer thigh",
        "slanting roads",
    ],
    "low-back": ["loaded deadlifts", "squats with a weight", "long planks", "settled"],
    "groin": ["Copenhagens", "wide lunges", "changes of direction", "hops", "above 3 of 10"],
    "foot": ["hops", "toes on a towel", "New shoes"],
}

CITED: dict[str, list[str]] = {
    "hamstring": ["askling2013", "askling2014", "hickey2020", "colosimo_avulsion"],
    "sit-bone": ["goom2016", "beatty2017", "colosimo_avulsion"],
    "knee-front": ["willy2019", "esculier2018", "collins2018", "distefano2009", "ekstrom2007"],
    "knee-outside": ["itbs2024", "mckay2020", "distefano2009"],
    "shin": ["menendez2020", "warden2014", "nhs_dvt"],
    "achilles": ["silbernagel2007", "alfredson1998", "beyer2015", "chimenti2024", "silbernagel2015"],
    "heel-bone": ["fahlstrom2003", "chimenti2024"],
    "calf": ["nhs_dvt", "hebertlosier2017"],
    "heel-under": ["rathleff2015", "morrissey2021", "riel2019", "warden2014"],
    "hip-front": ["robertson2017", "warden2014", "weir2015", "thorborg2016"],
    "hip-outside": ["mellor2018", "distefano2009", "warden2014"],
    "low-back": ["finucane2020", "ekstrom2007"],
    "groin": ["weir2015", "haroy2019", "ishoi2016", "lindblom2023", "robertson2017"],
    "foot": ["warden2014", "mckeon2015"],
}
"""*Keys*, without the one that is known from memory alone."""

EVERYWHERE: dict[str, tuple[str, str]] = {
    "numb-between-legs": ("emergency", "numbness between the legs bladder bowel weakness in both legs"),
    "leg-and-breath": ("emergency", "leg swollen painful breathlessness chest"),
    "pop-and-weak": ("today", "pop snap strength"),
    "no-four-steps": ("today", "four steps"),
    "calf-swollen": ("today", "one calf swollen warm colour"),
    "hot-joint-or-fever": ("today", "joint hot swollen fever"),
    "foot-drop-or-numb": ("today", "foot drops numbness spreads"),
    "one-spot-on-bone": ("soon", "one spot bone"),
    "hurts-to-hop": ("soon", "hop"),
    "night-or-rest": ("soon", "night rest"),
    "joint-swollen": ("soon", "joint swollen"),
    "weight-or-cancer": ("soon", "weight lost without a reason cancer"),
    "rising-two-weeks": ("soon", "worse for two weeks"),
    "no-change-for-weeks": ("soon", "four weeks no change"),
}
"""The rules above the table, each with its page and words of it."""

SORENESS: dict[str, tuple[str, str]] = {
    "dark-urine": ("emergency", "urine dark"),
    "sharp-spot": ("soon", "one sharp spot"),
    "sudden-in-a-rep": ("soon", "suddenly one repetition"),
    "bruise-or-swelling": ("soon", "bruise swelling"),
    "numb-with-soreness": ("soon", "numbness"),
    "sorer-after-three-days": ("soon", "sorer three days"),
}
"""B12: not soreness of training."""

_KNEE = {
    "knee-locked": ("today", "locked"),
    "knee-swelled-fast": ("today", "swelled within hours"),
    "knee-gives-way": ("soon", "gives way"),
    "knee-no-four-steps": ("today", "four steps"),
    "knee-hot": ("today", "hot"),
    "under-16-limp": ("today", "under 16 limp"),
}
_ACHILLES = {
    "achilles-snap": ("today", "snap kicked"),
    "achilles-no-raise": ("today", "heel raise on that leg alone"),
    "achilles-gap": ("today", "gap"),
    "achilles-swelled-suddenly": ("today", "swelled suddenly"),
    "achilles-both-stiff": ("soon", "both sides stiff morning"),
}
_HIP_FRONT = {
    "hip-on-weight": ("today", "deep in the groin front of the hip thigh weight"),
    "hip-hop": ("today", "hopping"),
    "hip-limp": ("today", "limp"),
    "hip-night": ("today", "night"),
}
HERE: dict[str, dict[str, tuple[str, str]]] = {
    "hamstring": {
        "hamstring-pull": ("soon", "sudden pull pop"),
        "hamstring-bruise": ("soon", "bruise"),
        "hamstring-limp": ("soon", "limp no normal walking one or two days"),
        "hamstring-gap": ("today", "lump gap"),
    },
    "sit-bone": {
        "sit-bone-pop": ("today", "pop buttock large bruise"),
        "sit-bone-no-sitting": ("soon", "sitting"),
        "sit-bone-tingling": ("today", "pins and needles foot drops"),
        "sit-bone-night": ("soon", "bone at night"),
    },
    "knee-front": _KNEE,
    "knee-outside": {
        **_KNEE,
        "knee-bone-spot": ("soon", "one spot bone"),
        "knee-catches": ("soon", "catches"),
    },
    "shin": {
        "shin-bone-spot": ("soon", "one spot fingertip"),
        "shin-hop": ("soon", "hopping"),
        "shin-night-or-rest": ("soon", "night rest"),
        "shin-front": ("soon", "front of the shin bone"),
        "shin-tight-and-numb": ("soon", "tight foot numb every run"),
        "shin-leg-swollen": ("today", "one leg swollen"),
    },
    "achilles": _ACHILLES,
    "heel-bone": _ACHILLES,
    "calf": {
        "calf-pop-or-bruise": ("soon", "sudden pop bruise"),
        "calf-one-leg": ("today", "one leg swollen warm colour journey surgery"),
        "calf-back-or-numb": ("soon", "back numbness"),
    },
    "heel-under": {
        "heel-no-weight": ("today", "no weight"),
        "heel-squeeze": ("soon", "heel bone squeezed sides"),
        "heel-numb-night": ("soon", "numbness burning night"),
        "heels-and-back": ("soon", "both heels stiff back young"),
    },
    "hip-front": _HIP_FRONT,
    "hip-outside": {
        "outer-hip-limp": ("soon", "limp"),
        "outer-hip-groin": ("today", "groin"),
        "outer-hip-night-unwell": ("today", "night unwell"),
        "outer-hip-sacrum": ("soon", "bone of the buttock hopping"),
    },
    "low-back": {
        "back-leg-weak": ("today", "leg weak"),
        "back-after-fall": ("soon", "fall"),
        "back-first-over-50": ("soon", "over 50 first"),
        "back-cancer-or-weight": ("soon", "cancer weight lost"),
        "back-fever": ("today", "fever"),
        "back-night": ("soon", "night nothing eases"),
    },
    "groin": {
        **_HIP_FRONT,
        "groin-lump": ("soon", "lump"),
        "groin-testicle-or-belly": ("today", "testicle belly fever"),
    },
    "foot": {
        "foot-bone-spot": ("soon", "one spot long bone top middle"),
        "foot-swollen": ("soon", "swollen"),
        "foot-no-hop": ("soon", "hopping not possible"),
        "foot-wound-diabetes": ("today", "diabetes wound numbness"),
    },
}
"""*Must show "see a clinician" if*, by place: the page, and words of the question."""
