"""Whether an answer says that something is red, and nothing else."""

import re


def _each(words: str) -> frozenset[str]:
    return frozenset(words.split())


_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_RED = _each(
    "red crimson scarlet rot rote roter rotes rouge rojo roja rosso rossa vermelho vermelha"
    " красный красная"
)
_OTHER_COLOURS = _each(
    "blue green yellow orange purple violet pink brown black white gray grey cyan magenta teal"
    " blau grün gelb lila braun schwarz weiß grau bleu vert jaune noir blanc gris azul verde"
    " amarillo negro blanco"
)
_NEGATIONS = _each(
    "no not cannot unable nothing none neither nor never without nicht kein keine keinen nein pas"
    " aucun aucune non ne sin нет не"
)
# Chinese and Japanese have no spaces between words.
_RED_SIGNS = ("红", "紅", "赤")
_OTHER_SIGNS = "蓝藍绿綠黄黃紫橙黑白灰青不没沒无無"


def says_red(text: str) -> bool:
    """Whether red is named as a word, without another colour and without a negation: whoever says
    "I cannot see any colored square" has seen none."""
    words = {word.replace("’", "'") for word in _WORD.findall(text.lower())}
    if words & (_OTHER_COLOURS | _NEGATIONS) or any(word.endswith("n't") for word in words):
        return False
    if any(sign in text for sign in _OTHER_SIGNS):
        return False
    return bool(words & _RED) or any(sign in text for sign in _RED_SIGNS)
