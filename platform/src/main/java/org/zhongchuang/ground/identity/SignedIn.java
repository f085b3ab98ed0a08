package org.zhongchuang.ground.identity;

import java.io.Serializable;
import java.time.Instant;
import org.zhongchuang.engine.Text;

/**
 * What a session remembers of the sign-in it came from.
 *
 * @param login whose sign-in; a session in which somebody else signs in begins anew
 * @param at when
 * @param device the browser and system in words, as the browser names itself
 * @param step how far the second proof has come
 * @param provenAt when its owner last proved who they are
 */
public record SignedIn(String login, Instant at, String device, Step step, Instant provenAt) implements Serializable {

    /** Where a session keeps it. */
    static final String KEPT = "signed-in";

    private static final int LONGEST_NAME = 300;

    /** How far the second proof has come. */
    public enum Step {
        /** The account has no second factor. */
        NONE,
        /** It has one, and it has not been shown yet. */
        OWED,
        /** It was shown, or a passkey signed in. */
        SHOWN
    }

    SignedIn shown(Instant now) {
        return new SignedIn(login, at, device, Step.SHOWN, now);
    }

    SignedIn proven(Instant now) {
        return new SignedIn(login, at, device, step, now);
    }

    /** A browser and a system as people call them, from the name a browser gives itself. */
    static String device(String agent) {
        var name = agent.length() > LONGEST_NAME ? agent.substring(0, LONGEST_NAME) : agent;
        return browser(name) + " · " + system(name);
    }

    private static String browser(String agent) {
        return agent.contains("MicroMessenger/")
                ? "WeChat"
                : agent.contains("Edg/")
                        ? "Edge"
                        : agent.contains("Firefox/")
                                ? "Firefox"
                                : agent.contains("Chrome/") ? "Chrome" : agent.contains("Safari/") ? "Safari" : "?";
    }

    private static String system(String agent) {
        return agent.contains("HarmonyOS") || agent.contains("OpenHarmony")
                ? "HarmonyOS"
                : agent.contains("Android")
                        ? "Android"
                        : agent.contains("iPhone") || agent.contains("iPad")
                                ? "iOS"
                                : agent.contains("Windows")
                                        ? "Windows"
                                        : agent.contains("Mac OS") ? "macOS" : agent.contains("Linux") ? "Linux" : "?";
    }

    /** The device as a page names it. */
    public Text deviceName() {
        return device.equals("? · ?") ? Text.of("未知设备", "Unknown device") : Text.of(device, device);
    }
}
