# An encoder made of GStreamer: publishes a tone of 660 Hz and a ball to the WHIP address that is its argument (RFC 9725), until it is ended.
import sys
import urllib.request

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstSdp", "1.0")
gi.require_version("GstWebRTC", "1.0")
from gi.repository import GLib, Gst, GstSdp, GstWebRTC

PICTURE = (
    "videotestsrc is-live=true pattern=ball ! video/x-raw,width=320,height=180,framerate=15/1 ! videoconvert ! queue ! "
    "vp8enc deadline=1 keyframe-max-dist=30 ! rtpvp8pay pt=96 picture-id-mode=2 ! application/x-rtp,media=video,encoding-name=VP8,payload=96 ! out. "
)
SOUND = (
    "audiotestsrc is-live=true freq=660 ! audioconvert ! audioresample ! queue ! opusenc ! rtpopuspay pt=100 ! "
    "application/x-rtp,media=audio,encoding-name=OPUS,payload=100 ! out. "
)


def offer(out):
    out.emit("create-offer", None, Gst.Promise.new_with_change_func(offered, out))


def offered(promise, out):
    # The offer lives as long as the reply that holds it.
    reply = promise.get_reply()
    out.emit("set-local-description", reply.get_value("offer"), Gst.Promise.new())


def gathered(out, _):
    if out.get_property("ice-gathering-state") != GstWebRTC.WebRTCICEGatheringState.COMPLETE:
        return
    sdp = out.get_property("local-description").sdp.as_text()
    request = urllib.request.Request(sys.argv[1], sdp.encode(), {"Content-Type": "application/sdp"})
    with urllib.request.urlopen(request) as response:
        _, answer = GstSdp.SDPMessage.new_from_text(response.read().decode())
    description = GstWebRTC.WebRTCSessionDescription.new(GstWebRTC.WebRTCSDPType.ANSWER, answer)
    out.emit("set-remote-description", description, Gst.Promise.new())


Gst.init(None)
pipeline = Gst.parse_launch("webrtcbin name=out bundle-policy=max-bundle " + PICTURE + SOUND)
encoder = pipeline.get_by_name("out")
encoder.connect("on-negotiation-needed", offer)
encoder.connect("notify::ice-gathering-state", gathered)
pipeline.set_state(Gst.State.PLAYING)
GLib.MainLoop().run()
