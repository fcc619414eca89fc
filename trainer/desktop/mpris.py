"""A session as an MPRIS player: what is asked over the bus, and what is answered.

After the MPRIS D-Bus interface specification, version 2.2: the root and the player interface.
"""

from __future__ import annotations

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageFlag,
    MessageType,
    new_error,
    new_method_return,
    new_signal,
)

from trainer.desktop.media_keys import MediaKey, NowPlaying

NAME = "org.mpris.MediaPlayer2.stride_trainer"
PATH = "/org/mpris/MediaPlayer2"
ROOT = "org.mpris.MediaPlayer2"
PLAYER = "org.mpris.MediaPlayer2.Player"
PROPERTIES = "org.freedesktop.DBus.Properties"

Value = tuple[str, object]
Properties = dict[str, Value]

_KEYS = {key.value: key for key in MediaKey}
_UNHEARD = frozenset({"Stop", "Seek", "SetPosition", "OpenUri", "Raise", "Quit"})
"""What a session does not do at another program's word: it is neither moved about in nor ended."""

_ERROR = "org.freedesktop.DBus.Error."


def answer(message: Message, now: NowPlaying) -> tuple[Message | None, MediaKey | None]:
    """The reply to a message, and the key that it stands for; None for what is there to neither end."""
    if message.header.message_type is not MessageType.method_call:
        return None, None
    member = message.header.fields.get(HeaderFields.member, "")
    interface = message.header.fields.get(HeaderFields.interface, PLAYER)
    key = _KEYS.get(member) if interface == PLAYER else None
    reply = new_method_return(message) if key else _reply(message, interface, member, now)
    wanted = not message.header.flags & MessageFlag.no_reply_expected
    return (reply if wanted else None), key


def changed(now: NowPlaying) -> Message:
    """The signal that tells everybody what is going on now."""
    properties = player_properties(now)
    told = {name: properties[name] for name in ("PlaybackStatus", "Metadata")}
    return new_signal(
        DBusAddress(PATH, interface=PROPERTIES), "PropertiesChanged", "sa{sv}as", (PLAYER, told, [])
    )


def root_properties() -> Properties:
    """What sort of program this is."""
    return {
        "CanQuit": ("b", False),
        "CanRaise": ("b", False),
        "HasTrackList": ("b", False),
        "Identity": ("s", "Stride Trainer"),
        "DesktopEntry": ("s", "stride-trainer"),
        "SupportedUriSchemes": ("as", []),
        "SupportedMimeTypes": ("as", []),
    }


def player_properties(now: NowPlaying) -> Properties:
    """How the session stands: its exercise as the title, its set where an album would be."""
    metadata: Properties = {
        "mpris:trackid": ("o", f"/stride_trainer/step/{now.track}"),
        "xesam:title": ("s", now.title),
        "xesam:album": ("s", now.detail),
        "xesam:artist": ("as", [now.workout]),
    }
    return {
        "PlaybackStatus": ("s", "Playing" if now.running else "Paused"),
        "Metadata": ("a{sv}", metadata),
        "Position": ("x", 0),
        "Rate": ("d", 1.0),
        "MinimumRate": ("d", 1.0),
        "MaximumRate": ("d", 1.0),
        "Volume": ("d", 1.0),
        "CanGoNext": ("b", True),
        "CanGoPrevious": ("b", True),
        "CanPlay": ("b", True),
        "CanPause": ("b", True),
        "CanSeek": ("b", False),
        "CanControl": ("b", True),
    }


def _reply(message: Message, interface: str, member: str, now: NowPlaying) -> Message:
    if interface in (ROOT, PLAYER) and member in _UNHEARD:
        return new_method_return(message)
    match interface, member:
        case "org.freedesktop.DBus.Introspectable", "Introspect":
            return new_method_return(message, "s", (_INTROSPECTION,))
        case "org.freedesktop.DBus.Peer", "Ping":
            return new_method_return(message)
        case "org.freedesktop.DBus.Properties", "GetAll" | "Get" | "Set":
            return _properties_reply(message, member, now)
    return new_error(message, _ERROR + "UnknownMethod", "s", (f"There is no {member} here.",))


def _properties_reply(message: Message, member: str, now: NowPlaying) -> Message:
    if not message.body or not isinstance(message.body[0], str):
        return new_error(message, _ERROR + "InvalidArgs", "s", ("An interface is asked for by its name.",))
    interface, *rest = message.body
    properties = {ROOT: root_properties(), PLAYER: player_properties(now)}.get(interface, {})
    if member == "GetAll":
        return new_method_return(message, "a{sv}", (properties,))
    name = rest[0] if rest and isinstance(rest[0], str) else ""
    if name not in properties:
        return new_error(message, _ERROR + "UnknownProperty", "s", (f"There is no {name} here.",))
    if member == "Set":
        return new_error(message, _ERROR + "PropertyReadOnly", "s", (f"{name} cannot be set.",))
    return new_method_return(message, "v", (properties[name],))


def _described(interface: str, methods: tuple[str, ...], properties: Properties) -> str:
    lines = [f'  <method name="{name}"/>' for name in methods]
    lines += [
        f'  <property name="{name}" type="{value[0]}" access="read"/>' for name, value in properties.items()
    ]
    return "\n".join([f' <interface name="{interface}">', *lines, " </interface>"])


_INTROSPECTION = f"""<node>
{_described(ROOT, ("Raise", "Quit"), root_properties())}
{_described(PLAYER, (*_KEYS, "Stop"), player_properties(NowPlaying(0, "", "", "", running=False)))}
 <interface name="{PROPERTIES}">
  <method name="Get">
   <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="out"/>
  </method>
  <method name="GetAll"><arg type="s" direction="in"/><arg type="a{{sv}}" direction="out"/></method>
  <method name="Set">
   <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="in"/>
  </method>
  <signal name="PropertiesChanged"><arg type="s"/><arg type="a{{sv}}"/><arg type="as"/></signal>
 </interface>
</node>
"""
