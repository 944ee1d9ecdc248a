"""What happens on sand: footprints, furrows, blood, bursts and puffs of dust."""

import numpy as np

from tools.art.noise import fbm, grid, hash01
from tools.art.palette import rgba
from tools.art.raster import Image, canvas, dot

HEADINGS = 8


def footprint(heading: int, gait: str) -> Image:
    """One print, 7 x 7 px, heading in eighths of a turn from east, clockwise.

    A walked print is a sole and a heel; a run digs the toes and throws sand back; a sneak is faint.
    """
    image = canvas(7, 7)
    angle = heading * np.pi / 4
    ahead = np.array((np.cos(angle), np.sin(angle)))
    shape = {
        "walk": ((1.4, "sand0", 230), (0.5, "sand0", 220), (-0.4, "sand1", 190)),
        "run": (
            (2.0, "sand0", 250),
            (1.1, "sand0", 250),
            (0.2, "sand0", 220),
            (-0.8, "sand1", 160),
        ),
        "sneak": ((1.0, "sand2", 150), (-0.2, "sand2", 120)),
    }[gait]
    side = np.array((-ahead[1], ahead[0]))
    for along, color, alpha in shape:
        for across in (-0.5, 0.5) if gait != "sneak" else (0.0,):
            place = 3 + ahead * along + side * across
            dot(image, round(place[0]), round(place[1]), color, alpha)
    back = 3 - ahead * {"walk": 2.2, "run": 1.6, "sneak": 1.3}[gait]
    lip = {"walk": 120, "run": 190, "sneak": 60}[gait]
    dot(image, round(back[0]), round(back[1]) + 1, "sand7", lip)
    if gait == "run":
        spray = 3 - ahead * 2.8 + side * 0.9
        dot(image, round(spray[0]), round(spray[1]), "sand6", 150)
    return image


def furrow(heading: int) -> Image:
    """A piece of the furrow of a dragged body, 12 x 12 px; four headings make half a turn."""
    x, y = grid(12, 12)
    angle = heading * np.pi / 4
    across = -(x - 5.5) * np.sin(angle) + (y - 5.5) * np.cos(angle)
    along = (x - 5.5) * np.cos(angle) + (y - 5.5) * np.sin(angle)
    wobble = across + (fbm(x / 4, y / 4, 31, 2) - 0.5) * 1.6
    image = canvas(12, 12)
    inside = np.abs(along) < 5.8
    image[inside & (np.abs(wobble) < 2.3)] = rgba("sand2", 190)
    image[inside & (np.abs(wobble) < 1.1)] = rgba("sand1", 210)
    lip = inside & (np.abs(wobble) >= 2.3) & (np.abs(wobble) < 3.2)
    lit = -np.sin(angle) * np.sign(wobble) * 0.6 + np.cos(angle) * np.sign(wobble) * 0.8
    image[lip & (lit > 0)] = rgba("sand6", 150)
    image[lip & (lit <= 0)] = rgba("sand5", 110)
    return image


def blood(seed: int, size: int) -> Image:
    """A spot of blood sunk into sand, with a few drops around it."""
    image = canvas(size, size)
    x, y = grid(size, size)
    middle = (size - 1) / 2
    ragged = np.hypot(x - middle, (y - middle) * 1.35) / (size * 0.36)
    ragged += (fbm(x / 3, y / 3, seed, 2) - 0.5) * 0.9
    image[ragged < 1] = rgba("blood0", 210)
    image[(ragged < 0.62)] = rgba("blood1", 220)
    drops = (hash01(x, y, seed) > 0.94) & (ragged < 1.75) & (ragged > 1)
    image[drops] = rgba("blood0", 200)
    glint = int(middle - size * 0.1)
    dot(image, glint, glint, "blood2", 220)
    return image


def puff(frame: int, frames: int, size: int, seed: int) -> Image:
    """One frame of a puff of dust that rises, spreads and thins out."""
    image = canvas(size, size)
    x, y = grid(size, size)
    t = (frame + 0.5) / frames
    for i in range(7):
        a, b = (float(hash01(i, k, seed)) for k in (0, 1))
        away = (0.25 + 0.75 * t) * size * 0.33
        px = size / 2 + np.cos(i * 0.9 + a * 2) * away * (0.6 + 0.6 * b)
        py = size * 0.72 + np.sin(i * 0.9 + a * 2) * away * 0.42 - t * size * 0.26
        radius = size * (0.10 + 0.10 * b) * (0.6 + 0.9 * t) * (1.15 - t * 0.75)
        disc = (x - px) ** 2 + ((y - py) * 1.15) ** 2 <= radius**2
        thin = hash01(x, y, seed + frame + i) < 1.25 - t * 1.15
        image[disc & thin] = rgba("sand5", 190)
        light = disc & thin & (x - px + y - py < -radius * 0.35)
        image[light] = rgba("sand7", 200)
    return image


def burst(frame: int, frames: int) -> Image:
    """One frame of sand thrown up by something that breaks out of the ground."""
    width, height = 44, 36
    image = canvas(width, height)
    t = (frame + 0.5) / frames
    x, y = grid(width, height)
    ring = np.hypot((x - 22) / (8 + 12 * t), (y - 29) / (3 + 4 * t))
    torn = hash01(x, y, 41 + frame)
    image[(np.abs(ring - 1) < 0.22) & (torn > 0.25 + t * 0.5)] = rgba("sand6", 220)
    image[(ring < 0.8) & (torn > 0.55 + t * 0.4)] = rgba("sand2", 200)
    for i in range(90):
        a, b, c = (float(hash01(i, k, 43)) for k in (0, 1, 2))
        out, up = (a - 0.5) * 34 * (0.35 + t), (12 + 22 * b) * 4 * t * (1 - t * 0.9)
        px, py = 22 + out, 29 - up * (1 - abs(a - 0.5) * 0.9) + c * 3
        if t > 0.35 + c * 0.65:
            continue
        tone = "sand8" if a < 0.3 else "sand7" if b > 0.5 else "sand5"
        dot(image, px, py, tone, 240)
        if b > 0.55:
            dot(image, px, py + 1, "sand4", 220)
    return image


def shadow(width: int, depth: int, alpha: int = 180) -> Image:
    """The flat shadow of something standing: an ellipse that leans to the right."""
    x, y = grid(width, depth)
    across = (x - (width - 1) / 2) / (width / 2)
    down = (y - (depth - 1) / 2) / (depth / 2)
    image = canvas(width, depth)
    image[(across - down * 0.25) ** 2 + down**2 <= 1] = rgba("sand0", alpha)
    return image


def spark(step: int) -> Image:
    """Two blades meeting at the height of a chest: a star, then what flies off it."""
    image = canvas(13, 40)
    middle = (6, 18)
    reach = (2, 5)[step]
    for i in range(8):
        angle = i * np.pi / 4 + step * 0.4
        for away in range(reach - 1 - step, reach + 1):
            x, y = middle[0] + np.cos(angle) * away, middle[1] + np.sin(angle) * away
            dot(image, round(x), round(y), ("lamp4", "lamp3", "lamp2")[min(2, away // 2)])
    if step == 0:
        dot(image, *middle, "lamp4")
    return image
