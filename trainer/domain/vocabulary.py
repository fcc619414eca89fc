"""The closed lists that exercises are described with: each word once, with its label for the user.

What sorts, filters or checks exercises reads these. A word that is not here is a mistake in a file.
"""

from __future__ import annotations

REGIONS: dict[str, str] = {
    "hamstring": "Hamstring",
    "calf": "Calf, Achilles and shin",
    "glute": "Glute and hip",
    "quad": "Quad and knee",
    "adductor": "Adductor and groin",
    "foot": "Foot and ankle",
    "trunk": "Trunk",
}

SHORT_REGIONS: dict[str, str] = {
    "hamstring": "Hamstring",
    "calf": "Calf",
    "glute": "Glute",
    "quad": "Quad",
    "adductor": "Adductor",
    "foot": "Foot",
    "trunk": "Trunk",
}
"""The same in a word, where there is little room."""

DOMINANCE: dict[str, str] = {
    "hip": "Hip",
    "knee": "Knee",
    "hip/knee": "Hip and knee",
    "ankle": "Ankle",
    "ankle/foot": "Ankle and foot",
    "foot": "Foot",
    "trunk": "Trunk",
    "trunk/hip": "Trunk and hip",
}

GAIT_PHASES: dict[str, str] = {
    "initial contact": "Initial contact",
    "stance": "Stance",
    "toe-off": "Toe-off",
    "late swing": "Late swing",
}

EQUIPMENT: dict[str, str] = {
    "mat": "Mat or carpet",
    "slick-floor": "Slick floor with socks, a towel or sliders",
    "stability-ball": "Stability ball",
    "ankle-anchor": "Something solid, or a partner, to hold the ankles",
    "knee-pad": "Knee pad or folded towel",
    "band": "Long elastic band",
    "loop-band": "Loop band",
    "mini-band": "Mini band",
    "band-anchor": "A fixed point for a band",
    "dowel": "Dowel or broomstick",
    "weights": "Dumbbells, a kettlebell or a barbell",
    "ankle-weight": "Ankle weight",
    "bench-45": "45° bench, or a table edge with a strap",
    "rail": "Rail or chair back to hold",
    "wall": "Wall",
    "step": "Step",
    "box": "Box, bench or chair",
    "ball": "Ball or cushion",
    "belt": "Belt or strap",
    "towel": "Towel",
    "leg-support": "Box at hip height, or a partner, to hold the upper leg",
}

SITUATIONS: dict[str, str] = {
    "kneeling hurts": "Kneeling hurts",
    "the sit bone hurts": "The sit bone hurts",
    "first time": "First time",
}
"""What a substitute may answer to besides missing equipment."""

MUSCLES: dict[str, str] = {
    "biceps femoris": "hamstrings",
    "biceps femoris (long head)": "hamstrings",
    "biceps femoris (short head)": "hamstrings",
    "semitendinosus": "hamstrings",
    "semimembranosus": "hamstrings",
    "gluteus maximus": "buttocks",
    "gluteus medius": "side of the hip",
    "gluteus minimus": "side of the hip",
    "tensor fasciae latae": "side of the hip",
    "deep external rotators": "side of the hip",
    "adductor magnus": "inner thigh",
    "adductor longus": "inner thigh",
    "adductor brevis": "inner thigh",
    "gracilis": "inner thigh",
    "pectineus": "inner thigh",
    "iliopsoas": "hip flexors",
    "sartorius": "hip flexors",
    "quadriceps": "front of the thigh",
    "rectus femoris": "front of the thigh",
    "vastus lateralis": "front of the thigh",
    "vastus medialis": "front of the thigh",
    "vastus intermedius": "front of the thigh",
    "gastrocnemius": "calf",
    "soleus": "calf",
    "tibialis anterior": "shin",
    "tibialis posterior": "shin",
    "fibularis longus": "outside of the shin",
    "fibularis brevis": "outside of the shin",
    "extensor digitorum longus": "shin",
    "extensor hallucis longus": "shin",
    "flexor digitorum longus": "sole",
    "flexor hallucis longus": "sole",
    "flexor digitorum brevis": "sole",
    "flexor hallucis brevis": "sole",
    "abductor hallucis": "sole",
    "quadratus plantae": "sole",
    "lumbricals": "sole",
    "foot intrinsics": "sole",
    "erector spinae": "back",
    "trunk extensors": "back",
    "multifidus": "back",
    "quadratus lumborum": "back",
    "latissimus dorsi": "back",
    "rectus abdominis": "belly",
    "transversus abdominis": "belly",
    "obliques": "belly",
    "serratus anterior": "shoulder",
    "deltoids": "shoulder",
    "forearm flexors": "forearm",
}
"""Anatomical name to the plain word that people search with."""

OWN_RULES = frozenset({"dose", "tempo", "rest"})
"""The numbers of an exercise that may be the app's own rule."""

PLACES = frozenset(
    {
        "stride",
        "tightness",
        "evidence",
        "limits",
        "runs",
        "safety",
        "first-run",
        "intake",
        "ask-first",
        "emergency",
        "same-day",
        "soon",
    }
)
"""Where a claim may show besides the exercises that name it.

`ask-first` goes with the questions of `intake`; the last three are warning signs, by what one does then.
"""
