"""Programs that are never ended for a person: the desktop itself, what protects the computer, and what installs."""

DESKTOP = frozenset(
    {
        *("gnome-shell", "gnome-session", "gnome-session-b", "plasmashell", "kwin_x11", "kwin_wayland", "ksmserver", "cinnamon", "mutter"),
        *("xfwm4", "xfce4-session", "xfce4-panel", "xfdesktop", "mate-session", "mate-panel", "marco", "lxqt-session", "lxqt-panel"),
        *("openbox", "lxpanel", "budgie-wm", "budgie-panel", "sway", "hyprland", "weston", "xorg", "xwayland", "xvfb", "trayer"),
        *("i3", "awesome", "bspwm", "dwm", "fluxbox", "icewm", "icewm-session", "enlightenment", "compiz", "metacity", "muffin", "gala"),
        *(
            "labwc",
            "wayfire",
            "niri",
            "river",
            "cosmic-comp",
            "lxsession",
            "lightdm",
            "cinnamon-session",
            "startplasma-x11",
            "kded5",
            "kded6",
        ),
        *("wingpanel", "budgie-daemon", "gsd-xsettings", "xfsettingsd", "mate-settings-daemon", "csd-xsettings", "ibus-daemon", "fcitx5"),
        *("systemd", "dbus-daemon", "dbus-broker", "pipewire", "pipewire-pulse", "wireplumber", "pulseaudio", "sddm", "gdm-x-session"),
        *("explorer.exe", "dwm.exe", "sihost.exe", "shellexperiencehost.exe", "startmenuexperiencehost.exe", "finder", "dock"),
        *("windowserver", "loginwindow", "systemuiserver", "controlcenter", "xdg-desktop-por"),
    }
)
SECURITY = frozenset(
    {
        *("i3lock", "swaylock", "xscreensaver", "light-locker", "xsecurelock", "slock", "kscreenlocker_greet", "cinnamon-screensaver"),
        *("mate-screensaver", "xfce4-screensaver", "gtklock", "hyprlock"),
        *(
            "clamd",
            "freshclam",
            "falcon-sensor",
            "wdavdaemon",
            "mdatp",
            "sentinelone-agent",
            "ds_agent",
            "savd",
            "cbagentd",
            "elastic-endpoint",
        ),
        *("msmpeng.exe", "nissrv.exe", "securityhealthservice.exe", "gnome-keyring-d", "kwalletd5", "kwalletd6", "ssh-agent", "gpg-agent"),
        *("elastic-endpoint", "polkitd", "polkit-gnome-au", "polkit-kde-auth", "globalprotect", "openvpn", "wg-quick", "openconnect"),
    }
)
INSTALLERS = frozenset(
    {
        *(
            "dpkg",
            "apt",
            "apt-get",
            "aptitude",
            "unattended-upgr",
            "rpm",
            "dnf",
            "dnf5",
            "yum",
            "zypper",
            "packagekitd",
            "snapd",
            "flatpak",
        ),
        *(
            "snapd",
            "flatpak",
            "update-manager",
            "gnome-software",
            "plasma-discover",
            "synaptic",
            "fwupd",
            "pacman",
            "pamac-manager",
            "mintupdate",
        ),
        *("msiexec.exe", "trustedinstaller.exe", "tiworker.exe", "setup.exe", "installer", "softwareupdated"),
    }
)
OURS = frozenset({"sigap", "sigap.exe"})


def is_protected(name: str) -> bool:
    """Whether a process with this name is left alone. The kernel keeps 15 letters of a name."""
    plain = name.lower()
    return any(plain == one or plain == one[:15] for kind in (DESKTOP, SECURITY, INSTALLERS, OURS) for one in kind)
