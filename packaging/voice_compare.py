"""Measures the speech engines against each other; `docs/decisions/0013-voice.md` holds what came out.

    python packaging/voice_compare.py

Needs `apt-get install flite festival festvox-us-slt-hts festlex-cmu espeak-ng vorbis-tools` and, in the
Python that runs it, `pocketsphinx` beside what the program needs: a recogniser that none of the engines knows
of. It is asked which of all units it hears, in quiet and through noise and a small loudspeaker.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import numpy as np
from pocketsphinx import Decoder, get_model_path
from voice import FILE_RATE_HZ, present, spelling, units, vorbis_bytes
from voice_engines import ENGINES, Engine

from trainer.audio.decoding import decoded
from trainer.audio.format import RATE_HZ, Samples
from trainer.audio.levelling import levelled, trimmed
from trainer.audio.loudness import TARGET_LUFS, momentary_max_lufs, true_peak_dbtp
from trainer.audio.resampling import resampled

HEARD_HZ = 16_000
LOUDSPEAKER_HZ = (400, 5_000)
NOISE_S = 20
SILENCE = np.zeros(HEARD_HZ // 4, dtype=np.float32)
# Words that the recogniser's dictionary lacks.
PRONOUNCED = {
    "bodyweight": "B AA D IY W EY T",
    "clamshell": "K L AE M SH EH L",
    "deadlift": "D EH D L IH F T",
    "ee": "IY",
    "glute": "G L UW T",
    "pallof": "P AE L AO F",
    "tibby": "T IH B IY",
}

Worsen = Callable[[Samples, np.random.Generator], Samples]


@cache
def pink_noise() -> Samples:
    """Some seconds of it, as loud as a clip."""
    spectrum = np.fft.rfft(np.random.default_rng(1).standard_normal(NOISE_S * RATE_HZ))
    spectrum[1:] /= np.sqrt(np.arange(1, len(spectrum)))
    spectrum[0] = 0.0
    noise = np.fft.irfft(spectrum).astype(np.float32)
    gain_db = TARGET_LUFS - momentary_max_lufs(noise)
    return resampled(noise * np.float32(10 ** (gain_db / 20)), RATE_HZ, HEARD_HZ)


def noisy(below_lu: float) -> Worsen:
    """Adds pink noise that is so much less loud than every clip: as a room would, whatever the voice."""

    def worsen(wave: Samples, random: np.random.Generator) -> Samples:
        begin = int(random.integers(NOISE_S * HEARD_HZ - len(wave)))
        noise = pink_noise()[begin : begin + len(wave)]
        return np.asarray(wave + noise * 10 ** (-below_lu / 20), dtype=np.float32)

    return worsen


def small_loudspeaker(wave: Samples) -> Samples:
    """What a laptop's loudspeaker leaves: 400–5,000 Hz, 24 dB an octave beyond."""
    low, high = LOUDSPEAKER_HZ
    frequency = np.maximum(np.fft.rfftfreq(len(wave), 1 / HEARD_HZ), 1.0)
    response = 1 / np.sqrt((1 + (low / frequency) ** 8) * (1 + (frequency / high) ** 8))
    return np.asarray(np.fft.irfft(np.fft.rfft(wave) * response, n=len(wave)), dtype=np.float32)


def both(snr_db: float) -> Worsen:
    """Noise, then the loudspeaker."""
    noise = noisy(snr_db)
    return lambda wave, random: small_loudspeaker(noise(wave, random))


CONDITIONS: dict[str, Worsen] = {
    "a quiet room (noise −40 dB)": noisy(40),
    "small loudspeaker": both(40),
    "noise −20 dB": noisy(20),
    "noise −15 dB": noisy(15),
    "noise −10 dB": noisy(10),
    "loudspeaker, noise −15 dB": both(15),
}


def words(unit: str) -> str:
    """A unit as the recogniser's grammar spells it."""
    text = spelling(unit).lower()
    return " ".join("".join(c if c.isalnum() else " " for c in text).split())


def recogniser(sayings: list[str]) -> Decoder:
    """One that hears any of the sayings and nothing else."""
    model = Path(get_model_path()) / "en-us"
    decoder = Decoder(
        hmm=str(model / "en-us"),
        dict=str(model / "cmudict-en-us.dict"),
        lm=None,
        cmn="batch",
        loglevel="FATAL",
    )
    for word, phones in PRONOUNCED.items():
        if decoder.lookup_word(word) is None:
            decoder.add_word(word, phones, True)
    lacking = {word for one in sayings for word in one.split() if decoder.lookup_word(word) is None}
    if lacking:
        raise SystemExit(f"the recogniser knows no {', '.join(sorted(lacking))}")
    decoder.add_jsgf_string("units", f"#JSGF V1.0; grammar u; public <u> = {' | '.join(sayings)};")
    decoder.activate_search("units")
    return decoder


def heard(decoder: Decoder, wave: Samples) -> str:
    """What it hears in a clip of `HEARD_HZ`."""
    pcm = (np.clip(wave, -1, 1) * 32767).astype("<i2").tobytes()
    decoder.start_utt()
    decoder.process_raw(pcm, full_utt=True)
    decoder.end_utt()
    hypothesis = decoder.hyp()
    return hypothesis.hypstr if hypothesis else ""


def recognised(clips: Mapping[str, Samples]) -> None:
    """Prints how many are heard rightly, and what is heard amiss, by condition."""
    decoder = recogniser([words(unit) for unit in clips])
    for name, worsen in CONDITIONS.items():
        random = np.random.default_rng(1)
        amiss = []
        for unit, clip in clips.items():
            wave = np.concatenate((SILENCE, resampled(clip, RATE_HZ, HEARD_HZ), SILENCE))
            hypothesis = heard(decoder, worsen(wave, random))
            if hypothesis != words(unit):
                amiss.append(f"{words(unit)} → {hypothesis or '–'}")
        print(f"  {name}: {1 - len(amiss) / len(clips):.1%}; {'; '.join(amiss[:12])}")


def rendered(engine: Engine, vocabulary: list[str]) -> dict[str, Samples]:
    """Prints what the engine's clips are like, and returns them as they would be played."""
    with tempfile.TemporaryDirectory() as folder:
        files = {Path(folder) / f"{number}.wav": unit for number, unit in enumerate(vocabulary)}
        began_s = time.perf_counter()
        engine.render({file: spelling(unit) for file, unit in files.items()})
        took_s = time.perf_counter() - began_s
        raw = {unit: decoded(file) for file, unit in files.items()}
    clips = {unit: trimmed(present(wave, engine.presence_db)) for unit, wave in raw.items()}
    lead_s = [int(np.argmax(np.abs(wave) > 0.02 * np.abs(wave).max())) / RATE_HZ for wave in raw.values()]
    crest = [true_peak_dbtp(clip) - momentary_max_lufs(clip) for clip in clips.values()]
    loud = {unit: levelled(clip) for unit, clip in clips.items()}
    sizes = [len(vorbis_bytes(clip)) for clip in loud.values()]
    print(f"{engine.id} ({engine.versions()})")
    print(f"  {took_s / len(raw) * 1000:.0f} ms a clip to render")
    print(f"  leading silence: median {np.median(lead_s) * 1000:.0f} ms")
    print(f"  length: {sum(map(len, loud.values())) / RATE_HZ:.0f} s in all, {sizes_text(sizes)}")
    print(
        f"  true peak at {TARGET_LUFS:.0f} LUFS, unlimited: median {np.median(crest) + TARGET_LUFS:.1f},"
        f" highest {max(crest) + TARGET_LUFS:.1f} dBTP"
    )
    return loud


def sizes_text(sizes: list[int]) -> str:
    """The size of all, as Vorbis."""
    return f"{sum(sizes) / 1e6:.2f} MB as Vorbis of {FILE_RATE_HZ} Hz"


def main() -> None:
    """Compares all engines."""
    for engine in ENGINES.values():
        recognised(rendered(engine, list(units())))


if __name__ == "__main__":
    main()
